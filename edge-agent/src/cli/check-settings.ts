import type { Conversation } from '../modem/channel.ts';
import type { ModemAddress } from '../modem-address.ts';
import { BAUD_RATE } from '../transport/serial.ts';
import type { LineSettings } from '../transport/transport-to.ts';
import type { Finding } from './finding.ts';
import { query, values } from './query.ts';

/** What the agent sets itself at each start, so that another value here is no fault. */
const BY_THE_AGENT = [
  { command: 'AT+CMGF?', name: 'PDU mode', wanted: /^0$/, should: 'AT+CMGF=0' },
  { command: 'AT+CMEE?', name: 'numbered errors', wanted: /^1$/, should: 'AT+CMEE=1' },
  { command: 'AT+CREG?', name: 'registration told', wanted: /^1,/, should: 'AT+CREG=1' },
  { command: 'AT+CSMS?', name: 'message service', wanted: /^1,/, should: 'AT+CSMS=1' },
  { command: 'AT+CNMI?', name: 'reports told', wanted: /^[123],\d,\d,[12],/, should: 'AT+CNMI=2,1,0,2,0 or 2,1,0,1,0' },
  { command: 'AT+CMMS?', name: 'link kept for parts', wanted: /^[012]/, should: 'AT+CMMS=1 before a long message' },
] as const;
/** Slots that must be free: a message of many parts takes several. */
const FREE_SLOTS = 3;

export async function settingFindings(io: Conversation, address: ModemAddress, line: LineSettings): Promise<Finding[]> {
  const findings = [await radioFinding(io), ...(await storageFindings(io))];
  for (const { command, name, wanted, should } of BY_THE_AGENT) {
    const value = (await values(io, command))?.join(',');
    const advice = `should be ${should}; the agent sets it at each start`;
    if (value === undefined) findings.push({ name, value: `${command} is refused`, verdict: 'doubt', advice });
    else findings.push({ name, value, verdict: 'ok', ...(!wanted.test(value) && { advice }) });
  }
  return [
    ...findings,
    await speedFinding(io, address, line.baudRate ?? BAUD_RATE),
    await flowFinding(io, line),
    await readyLineFinding(io, address),
  ];
}

async function radioFinding(io: Conversation): Promise<Finding> {
  const value = (await values(io, 'AT+CFUN?'))?.[0];
  const name = 'radio';
  if (value === undefined)
    return { name, value: 'the modem does not tell', verdict: 'doubt', advice: 'should be AT+CFUN=1' };
  if (value === '1') return { name, value: 'on (1)', verdict: 'ok' };
  return { name, value: `off (${value})`, verdict: 'doubt', advice: 'should be AT+CFUN=1; the agent switches it on' };
}

/** The memories that the modem uses now: for reading, for writing, for what arrives. */
async function storageFindings(io: Conversation): Promise<Finding[]> {
  const told = await values(io, 'AT+CPMS?');
  if (!told) return [{ name: 'storage', value: 'the modem does not tell', verdict: 'doubt' }];
  const memories = new Map<string, Finding>();
  for (let at = 0; at + 2 < told.length; at += 3) {
    const [name = '', used = '', total = ''] = told.slice(at, at + 3);
    const full = Number(used) + FREE_SLOTS > Number(total);
    memories.set(name, {
      name: `storage ${name}`,
      value: `${used} of ${total} used`,
      verdict: full ? 'doubt' : 'ok',
      ...(full && { advice: 'nothing arrives while it is full: delete what nobody needs' }),
    });
  }
  return [...memories.values()];
}

/** AT+IPR: 0 is automatic, which costs the first characters after a silence. */
async function speedFinding(io: Conversation, address: ModemAddress, baudRate: number): Promise<Finding> {
  const value = (await values(io, 'AT+IPR?'))?.[0];
  const name = 'speed of the line';
  const wanted = address.kind === 'tcp' ? 'the serial server’s baud rate' : String(baudRate);
  if (value === undefined) return { name, value: 'the modem does not tell', verdict: 'ok' };
  const right = address.kind === 'tcp' ? value !== '0' : value === String(baudRate);
  return { name, value, verdict: 'ok', ...(!right && { advice: `should be fixed: AT+IPR=<${wanted}>` }) };
}

async function flowFinding(io: Conversation, { flowControl }: LineSettings): Promise<Finding> {
  const value = (await values(io, 'AT+IFC?'))?.join(',');
  const name = 'flow control';
  const [wanted, advice] =
    flowControl === 'rts-cts'
      ? ['2,2', 'the line has RTS and CTS: AT+IFC=2,2']
      : ['0,0', 'the line has none: AT+IFC=0,0 if it stalls'];
  if (value === undefined) return { name, value: 'the modem does not tell', verdict: 'ok' };
  return {
    name,
    value,
    verdict: 'ok',
    ...(value !== wanted && { advice }),
  };
}

/** AT&D, told by AT&V alone: with 1 or 2 a modem leaves the network, or resets, when nobody holds DTR. */
async function readyLineFinding(io: Conversation, address: ModemAddress): Promise<Finding> {
  const value = /&D:?\s*(\d)/.exec((await query(io, 'AT&V'))?.join(' ') ?? '')?.[1];
  const name = 'DTR line';
  const advice = 'should be 0, as a serial server may not hold DTR: AT&D0, then AT&W';
  if (value === '0') return { name, value: 'ignored (AT&D0)', verdict: 'ok' };
  const needed = address.kind === 'tcp';
  return {
    name,
    value: value === undefined ? 'the modem does not tell' : `heeded (AT&D${value})`,
    verdict: needed && value !== undefined ? 'doubt' : 'ok',
    ...(needed && { advice }),
  };
}
