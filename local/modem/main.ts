import { parseArgs } from 'node:util';
import { settingsChange } from './settings.ts';
import { startSimulatedModem } from './simulated-modem.ts';

/**
 * The simulated modem as a program: `node local/modem/main.ts --state .heraut/modem --port 4001 --http-port 4002`. Each
 * option may come from the environment (MODEM_STATE, MODEM_PORT, MODEM_HTTP_PORT, MODEM_PIN, MODEM_SETTINGS as JSON).
 * When it is ready it prints one line: `ready {"port":4001,"httpPort":4002}`. SIGINT and SIGTERM end it.
 */
const { env } = process;
const { values } = parseArgs({
  options: {
    state: { type: 'string', default: env['MODEM_STATE'] ?? '' },
    port: { type: 'string', default: env['MODEM_PORT'] ?? '0' },
    'http-port': { type: 'string', default: env['MODEM_HTTP_PORT'] ?? '0' },
    pin: { type: 'string', default: env['MODEM_PIN'] ?? '' },
    settings: { type: 'string', default: env['MODEM_SETTINGS'] ?? '{}' },
  },
});
if (values.state === '') throw new Error('name the state folder: --state <folder>, or MODEM_STATE');

const modem = await startSimulatedModem({
  stateFolder: values.state,
  port: Number(values.port),
  httpPort: Number(values['http-port']),
  ...(values.pin === '' ? {} : { pin: values.pin }),
  settings: settingsChange.parse(JSON.parse(values.settings)),
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void modem.close());
console.log(`ready ${JSON.stringify({ port: modem.port, httpPort: modem.httpPort })}`);
