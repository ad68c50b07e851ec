import type { Transport } from '../../../edge-agent/src/ports.ts';
import { type Steps, step } from './steps.ts';

const CTRL_Z = '\x1a';
const ESCAPE = '\x1b';
const PDU = /^[0-9A-F]{20,}$/;
/** What a modem says unasked: it may come between a command and its answer. */
const UNASKED = /^\+(?:CDS|CDSI|CMT|CMTI|CREG|CEREG):/;

/** The modem's line, with a step for each command and text, and for each line of what the modem says. */
export function steppingLine(line: Transport, steps: Steps): Transport {
  let command = '';
  let unread = '';

  function actOf(said: string): string | undefined {
    const words = said.trim();
    if (words === '') return undefined;
    if (words === '>') return 'read the prompt';
    if (PDU.test(words)) return 'read a PDU';
    const name = words.replace(/[:\d].*$/, '').trim();
    return UNASKED.test(words) ? `read ${name}` : `read ${name} to ${command}`;
  }

  return {
    open: () => line.open(),
    close: () => line.close(),
    onClose: (listener) => line.onClose(listener),
    write(bytes) {
      command = commandIn(Buffer.from(bytes).toString('latin1'));
      return step(steps, [`write ${command}`], () => line.write(bytes));
    },
    onData(listener) {
      line.onData((bytes) => {
        unread += Buffer.from(bytes).toString('latin1');
        const whole = /^(?:[^\n]*\n)*(?:> )?/.exec(unread)?.[0] ?? '';
        unread = unread.slice(whole.length);
        for (const said of whole.match(/[^\n]*\n|> /g) ?? []) {
          const act = actOf(said);
          if (act && !steps.pass('before', [act])) return;
          listener(Buffer.from(said, 'latin1'));
          if (act && !steps.pass('after', [act])) return;
        }
      });
    },
  };
}

/** The name of a command without its parameters, one of which is the SIM card's PIN. */
function commandIn(written: string): string {
  if (written.includes(CTRL_Z)) return 'the text';
  if (written === `${ESCAPE}\r`) return 'ESC';
  return written.replace(ESCAPE, '').trim().replace(/=.*$/, '=');
}
