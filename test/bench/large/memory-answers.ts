import { collectedMemory } from '../../support/collected-memory.ts';

/** Runs the job that OwnProcess gives, and says meanwhile what the process holds, whenever it is asked. */
export async function runJob<T>(act: (job: T) => Promise<void>): Promise<void> {
  process.on('message', () => void collectedMemory().then((reading) => process.send?.(reading)));
  process.on('disconnect', () => process.exit(1)); // whoever started it is gone
  await act(JSON.parse(String(process.argv[2])) as T);
  process.exit(0);
}
