import { isMemoryFull } from './profiles.ts';

/** What a modem says unasked (3GPP TS 27.005 section 3.4.1, TS 27.007 section 7.2). */
export type Unsolicited =
  /** +CDS: a delivery report itself; `length` in octets without the service centre's address */
  | { readonly kind: 'report'; readonly pdu: string; readonly length: number }
  /** +CMT: a message itself */
  | { readonly kind: 'message'; readonly pdu: string; readonly length: number }
  /** +CDSI or +CMTI: a delivery report or a message lies in this slot */
  | { readonly kind: 'stored'; readonly memory: string; readonly index: number }
  /** a memory is full, in the words of the modem's family */
  | { readonly kind: 'memory-full' }
  | { readonly kind: 'registration'; readonly domain: RegistrationDomain; readonly status: number };

/** 2G and 3G, and 4G */
export type RegistrationDomain = 'CREG' | 'CEREG';

/** a line that is a PDU, or a part of one */
export const HEXADECIMAL = /^[0-9A-Fa-f]+$/;

export interface SortedLines {
  onAnswer(line: string): void;
  onUnsolicited(event: Unsolicited): void;
}

/**
 * Takes the unsolicited lines out of all lines. A +CDS or +CMT has its PDU on a line of its own, the next one with modems that keep
 * to the standard, a later one where another unsolicited line gets between.
 */
export function createSorter(listener: SortedLines): (line: string) => void {
  let awaited: { readonly kind: 'report' | 'message'; readonly length: number } | undefined;

  return (line) => {
    if (awaited && HEXADECIMAL.test(line)) {
      listener.onUnsolicited({ ...awaited, pdu: line });
      awaited = undefined;
      return;
    }
    // `+CDS: <length>` and `+CMT: [<alpha>],<length>`
    const [, name, length] = /^\+(CDS|CMT):(?:.*,)?\s*(\d+)$/.exec(line) ?? [];
    const event = name ? undefined : oneLine(line);
    if (name) awaited = { kind: name === 'CDS' ? 'report' : 'message', length: Number(length) };
    else if (event) listener.onUnsolicited(event);
    else listener.onAnswer(line);
  };
}

function oneLine(line: string): Unsolicited | undefined {
  const [, memory, index] = /^\+C(?:DSI|MTI):\s*"(\w+)",\s*(\d+)$/.exec(line) ?? [];
  if (memory !== undefined) return { kind: 'stored', memory, index: Number(index) };
  if (isMemoryFull(line)) return { kind: 'memory-full' };
  // The answer to AT+CREG? has two numbers, the unsolicited line one.
  const [, domain, status] = /^\+(CREG|CEREG):\s*(\d+)$/.exec(line) ?? [];
  if (domain !== 'CREG' && domain !== 'CEREG') return undefined;
  return { kind: 'registration', domain, status: Number(status) };
}
