/** One thing that `modem check` found out. `fault`: no message goes out so. `doubt`: it may work, and a person should look. */
export interface Finding {
  readonly name: string;
  readonly value: string;
  readonly verdict: 'ok' | 'doubt' | 'fault';
  /** what it should be, or what to do */
  readonly advice?: string;
}

const MARK = { ok: 'ok', doubt: '??', fault: '!!' } as const;
const NAME_WIDTH = 22;

export function findingLine({ name, value, verdict, advice }: Finding): string {
  return `${MARK[verdict]}  ${name.padEnd(NAME_WIDTH)}${value}${advice === undefined ? '' : `  (${advice})`}`;
}
