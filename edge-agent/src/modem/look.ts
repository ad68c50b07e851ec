import type { Conversation } from './channel.ts';
import { ask, demand } from './command.ts';
import type { RegistrationDomain } from './unsolicited.ts';

export interface Registration {
  readonly domain: RegistrationDomain;
  /** whether the modem tells of changes, as it was set to */
  readonly reporting: boolean;
  readonly status: number;
}

/** Registration with the network (3GPP TS 27.007 sections 7.2 and 10.1.22). Throws CommandFailed and NoAnswer. */
export async function readRegistration(io: Conversation, domain: RegistrationDomain): Promise<Registration> {
  const { information } = await demand(io, `AT+${domain}?`, { expect: `+${domain}` });
  const [reporting, status] = (information[0] ?? '').split(',');
  return { domain, reporting: reporting !== '0', status: Number(status) };
}

/** +CSQ in steps of 2 dB; 99 is unknown (3GPP TS 27.007 section 8.5). */
const WEAKEST_DBM = -113;
const STEP_DB = 2;
const STRONGEST = 31;

/** In dBm; undefined when the modem does not know it. */
export async function readSignal(io: Conversation): Promise<number | undefined> {
  const { result, information } = await ask(io, 'AT+CSQ', { expect: '+CSQ' });
  const steps = Number.parseInt(information[0] ?? '', 10);
  return result === 'OK' && steps >= 0 && steps <= STRONGEST ? WEAKEST_DBM + STEP_DB * steps : undefined;
}

/** The network's name or number (3GPP TS 27.007 section 7.3); undefined without a network. */
export async function readOperator(io: Conversation): Promise<string | undefined> {
  const { result, information } = await ask(io, 'AT+COPS?', { expect: '+COPS' });
  return result === 'OK' ? /^\d+,\d+,"([^"]*)"/.exec(information[0] ?? '')?.[1] : undefined;
}
