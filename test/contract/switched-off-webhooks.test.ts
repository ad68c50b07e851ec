import { expect, it } from 'vitest';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import { WebhookRepository } from '../../functions/adapters/dynamodb/webhook-repository.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import { nameMailSender, useMailing } from '../support/mailing.ts';
import { webhookOf } from '../support/memory-webhooks.ts';
import { newId } from '../support/messages.ts';
import { browserWith } from '../support/staff.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
const mailing = useMailing(name);
const { follow, mailsTo } = mailing;

it('B6 a webhook that is switched off by itself is mailed once, told of once or twice, and again when that happens again', async () => {
  const agency = await makeAgency(accessOn(table));
  const { tenantId } = agency.tenant;
  const { token } = await agency.session('settings:manage');
  await nameMailSender(browserWith(mailing.functions, [`__Host-heraut=${token}`]));

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
  const mails = () => mailsTo(mailAddress);

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
