import { initialise } from '../modem/initialise.ts';
import { reportOf } from '../modem/report.ts';
import { simPin } from '../modem/sim-card.ts';
import { createStoredMessages } from '../modem/stored-messages.ts';
import { HEXADECIMAL, type Unsolicited } from '../modem/unsolicited.ts';
import { decodeTpdu, tpduOf } from '../pdu/decode.ts';
import { PduError } from '../pdu/pdu-error.ts';
import type { ModemArguments } from './arguments.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { openLine } from './modem-line.ts';
import type { Terminal } from './terminal.ts';

/** Lines of an answer to a command of ours, and not said unasked. */
const ANSWER = /^(OK|ERROR|\+CM[ES] ERROR:.*|\+CMGR:.*|\+CPMS:.*)$/;

/**
 * Prints what the modem says unasked, until Ctrl-C. Stored reports and messages are read and stay where they are, for the
 * agent; one that comes directly (+CDS) is gone for it. Rejects when the modem is not to be had, or is lost.
 */
export async function modemListen(given: ModemArguments, terminal: Terminal): Promise<ExitCode> {
  const say = (text: string) => terminal.print(`${new Date().toISOString()}  ${text}`);
  let ready = false;
  const line = await openLine(given, {
    onLine: (said) => {
      if (ready && !ANSWER.test(said) && !HEXADECIMAL.test(said)) say(said);
    },
    onUnsolicited: (event) => void take(event).catch((error: Error) => terminal.note(error.message)),
  });
  const { channel } = line;
  const stored = createStoredMessages(channel);
  terminal.stopped.addEventListener('abort', () => channel.end('stopped'));

  async function take(event: Unsolicited): Promise<void> {
    switch (event.kind) {
      case 'registration':
        return say(`+CREG: ${event.status}`);
      case 'report': {
        say(`+CDS  ${described(event.pdu, event.length)}`);
        // A network that hears nothing sends the report again; a modem that waits for this one holds the others back.
        return channel.exclusive(async (io) => {
          if ((await started).setup.acknowledge) io.write('AT+CNMA\r');
        });
      }
      case 'stored': {
        const [message] = await stored.read(event.memory, [event.index]);
        say(`"${event.memory}",${event.index}  ${message ? described(message.pdu, message.length) : 'empty'}`);
      }
    }
  }

  const started = channel.exclusive((io) => initialise(io, simPin(terminal.pin), false));
  try {
    await Promise.race([started, channel.ended.then(() => line.made)]);
    ready = true;
    terminal.note('listening; Ctrl-C ends it');
    const reason = await channel.ended;
    if (!terminal.stopped.aborted) throw new Error(reason);
    return EXIT.ok;
  } finally {
    await line.close();
  }
}

/** Without the text, and of the number the end alone: what is printed may be kept. */
function described(pdu: string, length: number): string {
  try {
    const tpdu = decodeTpdu(tpduOf(pdu, length));
    if (tpdu.type !== 'status-report') return 'a message, left for the agent';
    const { reference, recipient, status, statusCode } = reportOf(tpdu);
    return `report: reference ${reference}, to …${recipient.slice(-2)}, ${status} (0x${statusCode.toString(16).padStart(2, '0')})`;
  } catch (error) {
    if (!(error instanceof PduError)) throw error;
    return `unreadable: ${error.message}`;
  }
}
