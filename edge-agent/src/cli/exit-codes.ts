/** What the program's exit code says; written down in docs/edge-box.md. */
export const EXIT = {
  ok: 0,
  /** it could not be done: no such port, a damaged journal, a wrong configuration */
  failed: 1,
  /** the command line is not right */
  usage: 2,
  /** `send`: a message certainly did not go out whole; `check`: the modem can't send as it is */
  notSent: 3,
  /** `send`: a message may have gone out, and nobody knows */
  unconfirmed: 4,
  /** `send`: told to stop while messages were open */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command line is not right; the message says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
