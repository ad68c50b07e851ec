import { startConfiguredAgent } from './compose.ts';
import { loadConfig } from './config.ts';
import { jsonLog } from './json-log.ts';

/** Runs the agent of a configuration file until SIGTERM or SIGINT, which end the process. Rejects when it can't start. */
export async function runService(file: string): Promise<void> {
  const agent = await startConfiguredAgent(await loadConfig(file));
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1); // asked twice: a part that the modem has now becomes unconfirmed
      stopping = true;
      jsonLog('stopping', { signal });
      agent.stop().then(
        () => process.exit(0),
        (error: Error) => {
          console.error(error.message);
          process.exit(1);
        },
      );
    });
  }
}
