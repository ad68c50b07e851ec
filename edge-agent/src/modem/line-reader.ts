const CR = 0x0d;
const LF = 0x0a;
const PROMPT = 0x3e;
const FIRST_PRINTABLE = 0x20;

/** The longest line is a stored message, 2 × 176 hexadecimal digits; what is longer is noise. */
export const MAX_LINE = 1_024;

export interface LineListener {
  onLine(line: string): void;
  onPrompt(): void;
}

/**
 * Cuts a modem's bytes into lines, however they arrive. The prompt for a text (`> `) has no line end, so that a `>` where
 * a line begins is the prompt: no answer and no unsolicited line begins so (3GPP TS 27.005 section 4.3).
 * Control characters and empty lines are dropped; a line over MAX_LINE is dropped whole.
 */
export function createLineReader(listener: LineListener): (bytes: Uint8Array) => void {
  let line = '';
  let tooLong = false;

  function endLine(): void {
    const complete = line.trim();
    const usable = !tooLong && complete !== '';
    line = '';
    tooLong = false;
    if (usable) listener.onLine(complete);
  }

  return (bytes) => {
    for (const byte of bytes) {
      if (byte === CR || byte === LF) endLine();
      else if (byte === PROMPT && !tooLong && line.trim() === '') {
        line = '';
        listener.onPrompt();
      } else if (byte >= FIRST_PRINTABLE) {
        if (line.length < MAX_LINE) line += String.fromCharCode(byte);
        else tooLong = true;
      }
    }
  };
}
