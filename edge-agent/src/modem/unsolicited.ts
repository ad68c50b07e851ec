/** What a modem says unasked (3GPP TS 27.005 section 3.4.1, TS 27.007 section 7.2). */
export type Unsolicited =
  /** +CDS: a delivery report itself; `length` in octets without the service centre's address */
  | { readonly kind: 'report'; readonly pdu: string; readonly length: number }
  /** +CDSI or +CMTI: a delivery report or a message lies in this slot */
  | { readonly kind: 'stored'; readonly memory: string; readonly index: number }
  /** +CREG */
  | { readonly kind: 'registration'; readonly status: number };

export interface SortedLines {
  onAnswer(line: string): void;
  onUnsolicited(event: Unsolicited): void;
}

/** Takes the unsolicited lines out of all lines. A +CDS has its PDU on the next line; without one it is dropped. */
export function createSorter(listener: SortedLines): (line: string) => void {
  let reportLength: number | undefined;

  return (line) => {
    const length = reportLength;
    reportLength = undefined;
    if (length !== undefined && /^[0-9A-Fa-f]+$/.test(line)) {
      return listener.onUnsolicited({ kind: 'report', pdu: line, length });
    }
    const report = /^\+CDS:\s*(\d+)$/.exec(line);
    if (report) {
      reportLength = Number(report[1]);
      return;
    }
    const event = oneLine(line);
    if (event) listener.onUnsolicited(event);
    else listener.onAnswer(line);
  };
}

function oneLine(line: string): Unsolicited | undefined {
  const [, memory, index] = /^\+C(?:DSI|MTI):\s*"(\w+)",\s*(\d+)$/.exec(line) ?? [];
  if (memory !== undefined) return { kind: 'stored', memory, index: Number(index) };
  // The answer to AT+CREG? has two numbers, the unsolicited line one.
  const [, status] = /^\+CREG:\s*(\d+)$/.exec(line) ?? [];
  return status === undefined ? undefined : { kind: 'registration', status: Number(status) };
}
