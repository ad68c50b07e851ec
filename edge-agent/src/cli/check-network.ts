import type { Conversation } from '../modem/channel.ts';
import { identify } from '../modem/identity.ts';
import type { Finding } from './finding.ts';
import { values } from './query.ts';

/** 3GPP TS 27.007 section 7.2 */
const REGISTRATION: Readonly<Record<string, [string, Finding['verdict'], string?]>> = {
  '0': ['not registered, not searching', 'fault', 'is the antenna on, is the SIM active?'],
  '1': ['registered at home', 'ok'],
  '2': ['searching', 'fault', 'wait a minute; else check antenna, signal and SIM'],
  '3': ['denied by the network', 'fault', 'the operator refuses this SIM: ask him'],
  '4': ['unknown', 'fault', 'check the antenna'],
  '5': ['registered, roaming', 'doubt', 'each message may cost more'],
  '6': ['registered for SMS alone, at home', 'ok'],
  '7': ['registered for SMS alone, roaming', 'doubt', 'each message may cost more'],
};
const REGISTERED = ['1', '5', '6', '7'];
/** Ways that makers give the number of PIN tries left; the field that holds it, from 0. AT+CPINR is 3GPP TS 27.007's. */
const PIN_TRIES: readonly [string, number][] = [
  ['AT+CPINR="SIM PIN"', 1],
  ['AT^SPIC', 0],
  ['AT+QPINC="SC"', 1],
  ['AT+SPIC', 0],
  ['AT^CPIN?', 3],
];
const UNKNOWN_SIGNAL = 99;
/** dBm; below `fair` messages fail now and then, however the modem is set */
const SIGNAL = { good: -85, fair: -100 };

export async function simFinding(io: Conversation): Promise<Finding> {
  const state = (await values(io, 'AT+CPIN?'))?.[0];
  const left = await pinTries(io);
  const tries = left === undefined ? 'the modem does not tell the PIN tries' : `${left} PIN tries left`;
  const value = `${state ?? 'none, or not ready'}, ${tries}`;
  if (state === 'READY') return { name: 'SIM', value, verdict: 'ok' };
  return { name: 'SIM', value, verdict: 'fault', advice: simAdvice(state) };
}

function simAdvice(state: string | undefined): string {
  if (state === 'SIM PIN') return 'set "pin" in the configuration, or take the PIN off in a phone';
  if (state?.includes('PUK')) return 'unlock it with its PUK in a phone';
  return 'is a SIM in, the right way round?';
}

async function pinTries(io: Conversation): Promise<number | undefined> {
  for (const [command, field] of PIN_TRIES) {
    const value = (await values(io, command))?.[field];
    if (value !== undefined && /^\d+$/.test(value)) return Number(value);
  }
  return undefined;
}

/** AT+CSQ: 0 is -113 dBm or less, each step 2 dB (3GPP TS 27.007 section 8.5). */
export async function signalFinding(io: Conversation): Promise<Finding> {
  const step = Number((await values(io, 'AT+CSQ'))?.[0] ?? UNKNOWN_SIGNAL);
  if (!(step < UNKNOWN_SIGNAL))
    return { name: 'signal', value: 'unknown', verdict: 'fault', advice: 'is the antenna on?' };
  const dBm = -113 + 2 * step;
  const word = dBm >= SIGNAL.good ? 'good' : dBm >= SIGNAL.fair ? 'fair' : 'poor';
  const value = `${dBm} dBm, ${word}`;
  return word === 'poor'
    ? { name: 'signal', value, verdict: 'doubt', advice: 'move the antenna' }
    : { name: 'signal', value, verdict: 'ok' };
}

export async function registrationFinding(io: Conversation): Promise<Finding> {
  // An LTE modem may say the one and mean the other.
  const states = [(await values(io, 'AT+CREG?'))?.[1], (await values(io, 'AT+CEREG?'))?.[1]];
  const state = states.find((told) => REGISTERED.includes(told ?? '')) ?? states.find(Boolean) ?? '4';
  const [value, verdict, advice] = REGISTRATION[state] ?? [`state ${state}`, 'fault'];
  return { name: 'registration', value, verdict, ...(advice !== undefined && { advice }) };
}

export async function operatorFinding(io: Conversation): Promise<Finding> {
  const operator = (await values(io, 'AT+COPS?'))?.[2];
  return operator
    ? { name: 'operator', value: operator, verdict: 'ok' }
    : { name: 'operator', value: 'none', verdict: 'doubt', advice: 'see registration' };
}

export async function serviceCentreFinding(io: Conversation): Promise<Finding> {
  const number = (await values(io, 'AT+CSCA?'))?.[0];
  const name = 'service centre';
  if (number === undefined) return { name, value: 'the modem does not tell', verdict: 'doubt' };
  if (number === '')
    return { name, value: 'none', verdict: 'fault', advice: 'AT+CSCA="<number that the operator gives>"' };
  return { name, value: number, verdict: 'ok' };
}

export async function identityFindings(io: Conversation): Promise<Finding[]> {
  const { manufacturer, model, revision } = await identify(io);
  return Object.entries({ maker: manufacturer, model, revision }).map(([name, said]) => ({
    name,
    value: said || 'the modem does not tell',
    verdict: 'ok',
  }));
}
