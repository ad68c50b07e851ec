import { startConfiguredAgent } from './compose.ts';
import { loadConfig } from './config.ts';
import { jsonLog } from './json-log.ts';

/** The program on the box: `node main.ts <configuration file>`, or the file's path in HERAUT_EDGE_CONFIG. */
try {
  const file = process.argv[2] ?? process.env['HERAUT_EDGE_CONFIG'];
  if (!file) throw new Error('Give the path of the configuration file, or set HERAUT_EDGE_CONFIG to it.');
  const agent = await startConfiguredAgent(await loadConfig(file));
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1); // asked twice: a part that the modem has now becomes unconfirmed
      stopping = true;
      jsonLog('stopping', { signal });
      agent.stop().then(() => process.exit(0), end);
    });
  }
} catch (error) {
  end(error);
}

function end(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
