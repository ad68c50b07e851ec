/**
 * Kills the stack's processes when the supervisor is gone, even by SIGKILL: this process reads the supervisor's pipe,
 * `+pid` for each process started and `-pid` for each that ended, and the end of the pipe is the supervisor's end.
 * Java and mosquitto can't be taught to watch a pipe, hence this one for all.
 */
import { createInterface } from 'node:readline';

const running = new Set<number>();
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const pid = Number(line.slice(1));
  if (line.startsWith('+')) running.add(pid);
  else running.delete(pid);
});
lines.on('close', () => {
  for (const pid of running) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
});
