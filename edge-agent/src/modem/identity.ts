import type { Conversation } from './channel.ts';
import { ask } from './command.ts';

/** What a modem says it is; empty where it does not say (3GPP TS 27.007 section 5.1 to 5.3). */
export interface Identity {
  readonly manufacturer: string;
  readonly model: string;
  readonly revision: string;
}

export async function identify(io: Conversation): Promise<Identity> {
  return {
    manufacturer: await oneLine(io, '+CGMI'),
    model: await oneLine(io, '+CGMM'),
    revision: await oneLine(io, '+CGMR'),
  };
}

/** What is no answer: an echo, unsolicited lines with a prefix, those of V.250, and what SIMCom says after a start. */
const OTHER_LINE = /^(?:AT|[+^*%#]|(?:RING|NO CARRIER|BUSY|NO DIALTONE|RDY|Call Ready|SMS Ready)$)/;

/** The answer has its name in front with some modems, and echoes and unsolicited lines around it with others. */
async function oneLine(io: Conversation, name: string): Promise<string> {
  const { result, lines } = await ask(io, `AT${name}`);
  if (result !== 'OK') return '';
  const named = lines.find((line) => line.startsWith(`${name}:`));
  const answer = named?.slice(name.length + 1) ?? lines.find((line) => !OTHER_LINE.test(line)) ?? '';
  return answer.trim().replace(/^"(.*)"$/, '$1');
}
