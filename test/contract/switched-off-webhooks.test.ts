import { afterAll, beforeAll, expect, it } from 'vitest';
import { routes } from '../../contract/routes/index.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import { WebhookRepository } from '../../functions/adapters/dynamodb/webhook-repository.ts';
import { loadAfter } from '../support/after.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import { loadFunctions } from '../support/functions.ts';
import { startMailServer } from '../support/mail-server.ts';
import { webhookOf } from '../support/memory-webhooks.ts';
import { newId } from '../support/messages.ts';
import { browserWith } from '../support/staff.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let server: Awaited<ReturnType<typeof startMailServer>>;
let functions: Awaited<ReturnType<typeof loadFunctions>>;
let follow: Awaited<ReturnType<typeof loadAfter>>;
beforeAll(async () => {
  server = await startMailServer();
  functions = await loadFunctions(name, undefined, server.url);
  follow = await loadAfter();
});
afterAll(() => server.stop());

it('B6 a webhook that is switched off by itself is mailed once, told of once or twice, and again when that happens again', async () => {
  const agency = await makeAgency(accessOn(table));
  const { tenantId } = agency.tenant;
  const { token } = await agency.session('settings:manage');
  const mailSender = { name: 'West', address: 'info@west.example' };
  const correspondence = { mailOnAccessChange: true, disclaimer: {}, mailPolicy: 'general', mailSender };
  const settings = { body: { correspondence, loginPrefix: 'EF' }, headers: { 'if-match': '"0"' } };
  const staff = browserWith(functions, [`__Host-heraut=${token}`]);
  expect((await staff(routes.changeSettings, settings)).status).toBe(200);

  const mailAddress = `${newId('whk').toLowerCase()}@west.example`;
  const webhook = webhookOf(tenantId, new Date(), { mailAddress });
  const { webhookId } = webhook;
  const webhooks = new WebhookRepository(table);
  await table.write({ put: { ...keys.webhook(tenantId, webhookId), type: 'webhook', v: 1, ...webhook } });
  const at = new Date().toISOString();
  const line = () => ({
    tenantId,
    subjectId: webhookId,
    auditId: newId('aud'),
    at,
    by: 'system',
    action: 'switched-off',
  });
  const switchedOff = { at, reason: 'gone' } as const;
  const told = async () => {
    const item = (await table.get(keys.webhook(tenantId, webhookId))) ?? {};
    return [await follow(item), await follow(item)];
  };
  const mails = async () => (await server.mails()).filter(({ destination }) => destination.to.includes(mailAddress));

  expect(await webhooks.switchOff(webhook, switchedOff, line())).toBe(true);
  expect(await told()).toEqual([true, true]);
  expect(await mails()).toMatchObject([{ body: { text: expect.stringContaining('planning.example') } }]);
  expect(await told()).toEqual([false, false]);

  const again = { ...webhook, version: webhook.version + 1 };
  expect(await webhooks.change({ ...webhook, switchedOff }, again, line())).toBe(true);
  expect(await webhooks.switchOff(again, switchedOff, line())).toBe(true);
  expect(await told()).toEqual([true, true]);
  expect(await mails()).toHaveLength(2);
});
