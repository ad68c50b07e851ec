/** Where a command speaks to: results on standard output, remarks on standard error. */
export interface Terminal {
  print(line: string): void;
  note(line: string): void;
  /** aborted by Ctrl-C */
  readonly stopped: AbortSignal;
  /** of the SIM card, from the environment: a command line is seen by every user of the computer */
  readonly pin: string | undefined;
}

export function processTerminal(): Terminal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(130); // asked twice: a part that the modem has now becomes unconfirmed
      stop.abort();
    });
  }
  return {
    print: (line) => void process.stdout.write(`${line}\n`),
    note: (line) => void process.stderr.write(`${line}\n`),
    stopped: stop.signal,
    pin: process.env['HERAUT_EDGE_PIN'],
  };
}
