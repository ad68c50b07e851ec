import type { Log } from './agent/environment.ts';
import { NewestLines } from './commands/newest-lines.ts';

/** Kept in memory for who asks for the log from afar: some hours of a busy box, a few hundred kilobytes. */
const KEPT_LINES = 1_000;
const kept = new NewestLines(KEPT_LINES);

/** One JSON object a line on standard output: time, event, and fields that hold neither numbers of people nor texts. */
export const jsonLog: Log = (event, fields) => {
  const line = JSON.stringify({ at: new Date().toISOString(), event, ...fields });
  kept.add(line);
  process.stdout.write(`${line}\n`);
};

/** The newest lines of this process, oldest first. */
export const newestLogLines = (count: number): string[] => kept.newest(count);
