/**
 * `npm run send -- --to +31612345678 --text 'Goedemorgen'`: sends one SMS through the public API and shows each state as
 * it comes. The exit code is 0 only when it is delivered.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { apiTokenOf } from '../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from './demo/demo-data.ts';
import { DEFAULT_PORTS, HOST, portSetting } from './ports.ts';
import { followMessage } from './send/follow-message.ts';
import { patientClient } from './send/patient-client.ts';

const USAGE = `npm run send -- --to +31612345678 --text 'Goedemorgen' [options]
  --tenant <slug>     ${DEMO_TENANTS.map(({ slug }) => slug).join(' or ')}; the first if not given
  --token <token>     an API token of your own, instead of the tenant's demo token
  --url <url>         of the API
  --key <key>         the Idempotency-Key; a new one if not given
  --timeout <seconds> how long to wait for the end; 120 if not given`;

function wrongUse(message: string): never {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(1);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        to: { type: 'string' },
        text: { type: 'string' },
        tenant: { type: 'string', default: DEMO_TENANTS[0].slug },
        token: { type: 'string' },
        url: {
          type: 'string',
          default: `http://${HOST}:${process.env[portSetting('gateway')] || DEFAULT_PORTS.gateway}`,
        },
        key: { type: 'string', default: randomUUID() },
        timeout: { type: 'string', default: '120' },
      },
    }).values;
  } catch (error) {
    return wrongUse((error as Error).message);
  }
}

const options = readOptions();
const { to, text } = options;
if (to === undefined || text === undefined) wrongUse('Say to whom (--to) and what (--text).');
const seconds = Number(options.timeout);
if (!(seconds > 0)) wrongUse('--timeout is a number of seconds, above 0.');
const tenant = DEMO_TENANTS.find(({ slug }) => slug === options.tenant);
if (!tenant && options.token === undefined) wrongUse(`There is no demo tenant ${options.tenant}.`);
const token =
  options.token ?? (tenant ? apiTokenOf(tenant.tenantId, tenant.apiToken.tokenId, tenant.apiToken.secret) : '');

const deadline = Date.now() + seconds * 1000;
const api = patientClient(options.url, token, deadline);
try {
  const { id, parts, credits } = await api.sendMessage({ body: { to, text }, idempotencyKey: options.key });
  console.log(`${id}: ${parts} ${parts === 1 ? 'part' : 'parts'}, ${credits} ${credits === 1 ? 'credit' : 'credits'}`);
  const { state, reason } = await followMessage(api, id, deadline, console.log);
  console.log(reason === undefined ? state : `${state}: ${reason}`);
  process.exitCode = state === 'delivered' ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
