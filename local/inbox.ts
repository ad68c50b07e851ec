/** `npm run inbox`: the SMS that came in to the SIM card of the first demo agency, by the public API, the newest last. */
import { apiTokenOf } from '../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from './demo/demo-data.ts';
import { DEFAULT_PORTS, HOST, portSetting } from './ports.ts';
import { patientClient } from './send/patient-client.ts';

const [{ tenantId, apiToken }] = DEMO_TENANTS;
const url = `http://${HOST}:${process.env[portSetting('gateway')] || DEFAULT_PORTS.gateway}`;
const api = patientClient(url, apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret), Date.now());
try {
  const { items } = await api.listInboundMessages();
  if (items.length === 0) console.log('Nothing has come in yet. Answer from the page of the phones.');
  for (const { receivedAt, sender = '–', kind, text, missing } of items.toReversed()) {
    const notes = [...(kind === 'text' ? [] : [kind]), ...(missing ? [`without part ${missing.join(', ')}`] : [])];
    console.log([receivedAt, sender, ...notes.map((note) => `(${note})`), text].join('  '));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
