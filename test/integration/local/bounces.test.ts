import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { type Client, createClient } from '../../../contract/client.ts';
import { apiTokenOf } from '../../../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';
import { type SharedStack, sharedStack } from '../../support/stack/shared-stack.ts';

const [{ tenantId, apiToken }] = DEMO_TENANTS;
const WITHIN = { timeout: 30_000, interval: 250 };

let stack: SharedStack;
let api: Client;
beforeAll(async () => {
  stack = await sharedStack();
  api = createClient({
    baseUrl: stack.url,
    fetch,
    headers: { authorization: `Bearer ${apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret)}` },
  });
  const { version, ...settings } = await api.getSettings();
  const mailSender = { name: 'De Brug', address: 'noreply@debrug.example' };
  await api.changeSettings({
    version,
    body: { ...settings, correspondence: { ...settings.correspondence, mailSender } },
  });
});

/** A worker whose access was enabled, which was mailed to this mailbox of SES's simulator. */
async function mailed(mailbox: string) {
  const address = `${mailbox}+${randomUUID()}@simulator.amazonses.com`;
  const { id: workerId } = await api.createWorker({
    body: { givenName: 'René', familyName: 'Jansen', language: 'nl', mailAddresses: [address] },
    idempotencyKey: randomUUID(),
  });
  const { mail } = await api.actOnPortalAccess({ params: { workerId, action: 'enable' }, body: {} });
  expect(mail.outcome).toBe('sent');
  return { workerId, address };
}
async function file(workerId: string) {
  const { items } = await api.listWorkerNotifications({ params: { workerId } });
  return items.map(({ kind, mail }) => [kind, mail].join(' ').trim());
}

it.each([
  ['bounce', 'bounced'],
  ['suppressionlist', 'bounced'],
  ['complaint', 'complained'],
])('a mail to %s of the mailbox simulator marks the address as %s, until staff clear it', async (mailbox, reason) => {
  const { workerId, address } = await mailed(mailbox);
  await expect.poll(() => file(workerId), WITHIN).toEqual([`mail-address-${reason}`, `portal-access-enable ${reason}`]);
  expect(await api.getPortalAccess({ params: { workerId } })).toMatchObject({
    mailProblems: [{ address, reason }],
    expectedMail: { outcome: reason },
  });
  const blocked = await api.actOnPortalAccess({ params: { workerId, action: 'block' }, body: {} });
  expect(blocked.mail.outcome).toBe(reason);
  await api.clearMailMark({ body: { address } });
  const granted = await api.actOnPortalAccess({ params: { workerId, action: 'grant' }, body: {} });
  expect(granted.mail.outcome).toBe('sent');
});

it('neither a delivery nor somebody who is away marks an address', async () => {
  const [success, away] = [await mailed('success'), await mailed('ooto')];
  const { workerId: last } = await mailed('bounce');
  // told in turn: when the last is known, those before it are too
  await expect.poll(() => file(last), WITHIN).toContain('mail-address-bounced');
  for (const { workerId } of [success, away]) {
    expect(await file(workerId)).toEqual(['portal-access-enable sent']);
    expect((await api.getPortalAccess({ params: { workerId } })).mailProblems).toEqual([]);
  }
});
