import type { Log } from './agent/environment.ts';

/** One JSON object a line on standard output: time, event, and fields that hold neither numbers of people nor texts. */
export const jsonLog: Log = (event, fields) => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...fields })}\n`);
};
