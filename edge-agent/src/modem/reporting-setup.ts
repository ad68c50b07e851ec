import type { Conversation } from './channel.ts';
import { ask } from './command.ts';
import type { ModemProfile } from './profiles.ts';

/** How this modem tells of delivery reports. */
export interface Setup {
  /** the accepted parameters of AT+CNMI */
  readonly newMessageIndications: string | undefined;
  /** every +CMT wants an AT+CNMA (3GPP TS 27.005 section 3.4.4) */
  readonly phase2Plus: boolean;
  /** every +CDS wants an AT+CNMA */
  readonly acknowledge: boolean;
  /** where reports are stored, if they are */
  readonly reportMemory: 'SR' | undefined;
  /** where messages arrive; some modems put reports there too */
  readonly messageMemory: string | undefined;
}

const STORED = '2';
const DIRECT = '1';

async function firstAccepted(
  io: Conversation,
  command: string,
  values: readonly string[],
): Promise<string | undefined> {
  for (const value of values) if ((await ask(io, `${command}=${value}`)).result === 'OK') return value;
  return undefined;
}

export async function setUpReporting(io: Conversation, profile: ModemProfile): Promise<Setup> {
  const phase2Plus = (await ask(io, 'AT+CSMS=1')).result === 'OK';
  const hasReportMemory = !profile.reportsAmongMessages && (await ask(io, 'AT+CPMS="SR"')).result === 'OK';
  const memories = await firstAccepted(io, 'AT+CPMS', profile.memories);
  const canStore = hasReportMemory || profile.reportsAmongMessages;
  const usable = profile.newMessages.filter((value) => canStore || reporting(value) !== STORED);
  const newMessageIndications = await firstAccepted(io, 'AT+CNMI', usable);
  const kind = newMessageIndications && reporting(newMessageIndications);
  return {
    newMessageIndications,
    phase2Plus,
    acknowledge: phase2Plus && kind === DIRECT,
    reportMemory: kind === STORED && hasReportMemory ? 'SR' : undefined,
    messageMemory: memories?.slice(-3, -1),
  };
}

function reporting(indications: string): string | undefined {
  return indications.split(',')[3];
}
