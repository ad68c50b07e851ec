import { randomUUID } from 'node:crypto';
import { createClient } from '../../contract/client.ts';
import { apiTokenOf } from '../../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from '../../local/demo/demo-data.ts';
import { modemClient } from '../support/modem-client.ts';
import { asSent } from '../support/offered-sms.ts';
import { startStack } from '../support/stack/start-stack.ts';
import type { Misses } from './misses.ts';
import { quantile } from './quantile.ts';

const MESSAGES = 60;
/** Not counted: the processes have to warm up. */
const WARM_UP = 10;

/**
 * From the API's answer to the modem's Ctrl-Z, on the whole local stack, one message after the other. Negative where the
 * text was with the modem before the caller had read the answer. It has no budget.
 */
export async function answerToCtrlZ(): Promise<Misses> {
  const stack = await startStack();
  try {
    const [{ tenantId, apiToken }] = DEMO_TENANTS;
    const token = apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret);
    const api = createClient({ baseUrl: stack.url, fetch, headers: { authorization: `Bearer ${token}` } });
    const modem = modemClient(Number(stack.addresses.phones.split(':')[1]));
    const accepting: number[] = [];
    const handing: number[] = [];
    for (let index = 0; index < MESSAGES + WARM_UP; index++) {
      const text = `Bench ${index}`;
      const from = Date.now();
      await api.sendMessage({ body: { to: '+31612345678', text }, idempotencyKey: randomUUID() });
      const answered = Date.now();
      await modem.until(({ submits }) => submits > index);
      const submit = (await modem.submits()).find((record) => record.text === asSent(text, 'De Brug'));
      if (!submit) throw new Error('the modem has no such text');
      if (index < WARM_UP) continue;
      accepting.push(answered - from);
      handing.push(Date.parse(submit.at) - answered);
    }
    for (const [what, times] of [
      ['request to answer', accepting],
      ['answer to Ctrl-Z', handing],
    ] as const) {
      const [median, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
      console.log(`${what.padEnd(18)} median ${median} ms, 95 % within ${p95} ms (${times.length} messages)`);
    }
    console.log(`ratio of the medians ${(quantile(handing, 0.5) / quantile(accepting, 0.5)).toFixed(2)}`);
    return [];
  } finally {
    await stack.stop();
  }
}
