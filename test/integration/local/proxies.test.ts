import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiTokenOf } from '../../../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';
import { followMessage } from '../../../local/send/follow-message.ts';
import { patientClient } from '../../../local/send/patient-client.ts';
import { asSent } from '../../support/offered-sms.ts';
import { type HttpProxy, startHttpProxy } from '../../support/proxies/http-proxy.ts';
import { startTcpProxy, type TcpProxy } from '../../support/proxies/tcp-proxy.ts';
import { type Stack, startStack } from '../../support/stack/start-stack.ts';

let table: HttpProxy;
let line: TcpProxy;
let stack: Stack;
beforeAll(async () => {
  stack = await startStack({
    schedulerMilliseconds: 2_000,
    async addresses({ dynamodb, broker }) {
      table = await startHttpProxy(dynamodb);
      line = await startTcpProxy(broker);
      return { 'api-messaging': { dynamodb: table.address }, edge: { broker: line.address } };
    },
  });
});
afterAll(async () => {
  await stack.stop();
  await Promise.all([table.close(), line.close()]);
});

const deadline = () => Date.now() + 50_000;
function client() {
  const [{ tenantId, apiToken }] = DEMO_TENANTS;
  return patientClient(stack.url, apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret), deadline());
}
async function timesOnThePhone(text: string): Promise<number> {
  const log = await readFile(join(stack.stateFolder, 'modem', 'submits.jsonl'), 'utf8');
  const submits = log
    .trimEnd()
    .split('\n')
    .map((entry) => JSON.parse(entry) as { text: string });
  return submits.filter((submit) => submit.text === asSent(text, 'De Brug')).length;
}
const commit = ({ operation, body }: { operation: string; body: string }) =>
  operation === 'TransactWriteItems' && body.includes('"message"');

it.each(['before', 'after'] as const)(
  'B1 sends once when the API dies %s its commit and is asked again',
  async (when) => {
    const text = `${when} the commit`;
    const held = table.hold(when, commit);
    const accepting = client().sendMessage({ body: { to: '+31612345678', text }, idempotencyKey: randomUUID() });
    const request = await held;
    await stack.kill('api-messaging');
    request.drop();

    const { id } = await accepting;
    expect(await followMessage(client(), id, deadline(), () => {})).toMatchObject({ state: 'delivered' });
    expect(await timesOnThePhone(text)).toBe(1);
  },
);

it('B1 keeps a message while the line to the box is cut, and sends it once when it is there again', async () => {
  line.cut();
  const { id } = await client().sendMessage({
    body: { to: '+31612345678', text: 'later' },
    idempotencyKey: randomUUID(),
  });
  const seen: string[] = [];
  const following = followMessage(client(), id, deadline(), (entry) => seen.push(entry));
  await expect.poll(() => seen.join(), { timeout: 20_000 }).toContain('handed-over');
  expect(seen.join()).not.toContain('received');
  line.heal();
  expect((await following).state).toBe('delivered');
  expect(await timesOnThePhone('later')).toBe(1);
});
