/** `npm start`: the whole of Heraut on this machine, until Ctrl-C. `--verbose` shows what every part prints. */
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { choosePorts, DEFAULT_PORTS } from './ports.ts';
import { startStack } from './stack.ts';
import { stateFolder } from './state-folder.ts';
import { welcome } from './welcome.ts';

const root = join(import.meta.dirname, '..');
const MINUTE_MILLISECONDS = 60_000;

const { values } = parseArgs({ options: { verbose: { type: 'boolean', default: false } } });

const ending = new AbortController();
function end(): void {
  if (!ending.signal.aborted) console.log('stopping');
  ending.abort();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
// whoever started this is gone
process.on('disconnect', end);

try {
  const settings = {
    folder: stateFolder,
    ports: await choosePorts(process.env, DEFAULT_PORTS),
    addresses: {},
    environment: {},
    tableInMemory: false,
    schedulerMilliseconds: MINUTE_MILLISECONDS,
    hiddenSeconds: undefined,
    edgeProgram: join(root, 'edge-agent', 'src', 'main.ts'),
  };
  console.log(`starting; logs are in ${join(stateFolder, 'logs')}`);
  const onLine = values.verbose ? (part: string, line: string) => console.log(`${part.padEnd(13)} ${line}`) : undefined;
  const stack = await startStack(settings, { onLine, signal: ending.signal });
  console.log(welcome(settings.ports));
  console.log(`ready in ${process.uptime().toFixed(1)} s`);
  if (!ending.signal.aborted) await once(ending.signal, 'abort');
  await stack.stop();
} catch (error) {
  if (!ending.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
// the channel to whoever started this would keep the process
if (process.connected) process.disconnect();
