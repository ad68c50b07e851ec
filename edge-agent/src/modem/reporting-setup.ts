import type { Conversation } from './channel.ts';
import { ask } from './command.ts';

/** How this modem tells of delivery reports. */
export interface Setup {
  /** the accepted parameters of AT+CNMI */
  readonly newMessageIndications: string | undefined;
  /** every +CDS wants an AT+CNMA */
  readonly acknowledge: boolean;
  /** where reports are stored, if they are */
  readonly reportMemory: 'SR' | undefined;
  /** where messages are stored; some modems put reports there too */
  readonly messageMemory: string | undefined;
}

const MEMORIES = ['"ME","ME","ME"', '"SM","SM","SM"', '"SM","SM"', '"SM"'];

/** mode, mt, bm, ds, bfr (3GPP TS 27.005 section 3.4.1), the best first: ds 2 stores reports, so that a crash loses none. */
const INDICATIONS = ['2,1,0,2,0', '2,1,0,1,0', '2,1,2,1,0', '2,1,2,2,0', '2,1,2,0,0', '1,1,0,1,0', '3,1,0,1,0'];
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

export async function setUpReporting(io: Conversation): Promise<Setup> {
  const phase2Plus = (await ask(io, 'AT+CSMS=1')).result === 'OK';
  const hasReportMemory = (await ask(io, 'AT+CPMS="SR"')).result === 'OK';
  const memories = await firstAccepted(io, 'AT+CPMS', MEMORIES);
  const usable = INDICATIONS.filter((value) => hasReportMemory || reporting(value) !== STORED);
  const newMessageIndications = await firstAccepted(io, 'AT+CNMI', usable);
  const kind = newMessageIndications && reporting(newMessageIndications);
  return {
    newMessageIndications,
    acknowledge: phase2Plus && kind === DIRECT,
    reportMemory: kind === STORED ? 'SR' : undefined,
    messageMemory: memories?.slice(1, 3),
  };
}

function reporting(indications: string): string | undefined {
  return indications.split(',')[3];
}
