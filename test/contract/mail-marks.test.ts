import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mailOutcomes } from '../../contract/catalogues/mail-outcomes.ts';
import { scopeNames } from '../../contract/permissions.ts';
import type { ApiFunction, Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { personPartition } from '../../functions/adapters/dynamodb/keys.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import type { EventInput } from '../support/api-event.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { startMailServer } from '../support/mail-server.ts';
import { asFunction } from '../support/roles.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let server: Awaited<ReturnType<typeof startMailServer>>;
let functions: Record<ApiFunction, ApiHandler>;
let take: (event: SQSEvent) => Promise<{ batchItemFailures: object[] }>;
let agency: Awaited<ReturnType<typeof anAgency>>;
let stranger: typeof agency;

beforeAll(async () => {
  server = await startMailServer();
  functions = await loadFunctions(name, undefined, server.url);
  const { handler } = await import('../../functions/handlers/mail-events.ts');
  take = (event) => asFunction('mail-events', () => handler(event));
  [agency, stranger] = [await anAgency(), await anAgency()];
});
afterAll(() => server.stop());

async function anAgency() {
  const made = await makeAgency(accessOn(table));
  const { token } = await made.apiToken([...scopeNames]);
  const ask = (route: Route, input: EventInput = {}) =>
    send(functions, route, {
      ...input,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID(), ...input.headers },
    });
  const correspondence = {
    mailOnAccessChange: true,
    disclaimer: {},
    mailPolicy: 'general',
    mailSender: { name: 'De Brug', address: 'noreply@debrug.example' },
  };
  const body = { correspondence, loginPrefix: 'EF' };
  expect((await ask(routes.changeSettings, { body, headers: { 'if-match': '"0"' } })).status).toBe(200);
  return { tenantId: made.tenant.tenantId, ask };
}
type Agency = typeof agency;

async function enabled({ ask }: Agency, ...mailAddresses: string[]): Promise<string> {
  const body = { givenName: 'René', familyName: 'Jansen', language: 'nl', mailAddresses };
  const workerId = (await ask(routes.createWorker, { body })).body.id;
  expect((await act({ ask } as Agency, workerId, 'enable')).body.mail.outcome).toBe('sent');
  return workerId;
}
const act = ({ ask }: Agency, workerId: string, action: string, body: object = {}, headers = {}) =>
  ask(routes.actOnPortalAccess, { params: { workerId, action }, body, headers });
const access = async ({ ask }: Agency, workerId: string) =>
  (await ask(routes.getPortalAccess, { params: { workerId } })).body;
async function file({ ask }: Agency, workerId: string): Promise<{ id: string; kind: string; mail?: string }[]> {
  return (await ask(routes.listWorkerNotifications, { params: { workerId } })).body.items;
}

/** What SES tells of a mail to this address, as it comes from the queue. */
async function told(
  { tenantId }: Agency,
  address: string,
  { type = 'Bounce', subject, notification, at = new Date().toISOString(), feedbackId = crypto.randomUUID() } = {} as {
    type?: 'Bounce' | 'Complaint';
    subject?: string;
    notification?: string;
    at?: string;
    feedbackId?: string;
  },
): Promise<void> {
  const recipients = [{ emailAddress: address }];
  const common = { timestamp: at, feedbackId };
  const event = {
    eventType: type,
    ...(type === 'Bounce'
      ? { bounce: { ...common, bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients: recipients } }
      : { complaint: { ...common, complainedRecipients: recipients, complaintFeedbackType: 'abuse' } }),
    mail: {
      tags: {
        tenant: [tenantId],
        ...(subject !== undefined && { subject: [subject] }),
        ...(notification !== undefined && { notification: [notification] }),
      },
    },
  };
  const body = JSON.stringify({ Type: 'Notification', Message: JSON.stringify(event) });
  const { batchItemFailures } = await take({ Records: [{ messageId: '1', body }] } as unknown as SQSEvent);
  expect(batchItemFailures).toEqual([]);
}
const address = () => `${crypto.randomUUID()}@mail.example`;
const mailsTo = async (to: string) =>
  (await server.mails()).filter(({ destination }) => destination.to.includes(to)).length;

it.each([
  ['Bounce', 'bounced'],
  ['Complaint', 'complained'],
] as const)(
  'a %s marks the address: the file and the address picker say so, and mails go to the next one',
  async (type, reason) => {
    const [to, other] = [address(), address()];
    const workerId = await enabled(agency, to, other);
    const [line] = await file(agency, workerId);
    const at = new Date().toISOString();
    await told(agency, to.toUpperCase(), { type, at, subject: workerId, notification: line?.id ?? '' });
    expect((await file(agency, workerId)).map(({ kind, mail }) => [kind, mail])).toEqual([
      [`mail-address-${reason}`, undefined],
      ['portal-access-enable', reason],
    ]);
    expect(await access(agency, workerId)).toMatchObject({
      mailProblems: [{ address: to, reason, since: at }],
      expectedMail: { outcome: 'sent' },
    });
    const blocked = await act(agency, workerId, 'block', { mailTo: to }, { 'accept-language': 'nl' });
    expect(blocked.body).toMatchObject({
      access: { status: 'blocked' },
      mail: { outcome: reason, message: mailOutcomes.nl[reason] },
    });
    expect(await mailsTo(to)).toBe(1);
    expect(await mailsTo(other)).toBe(0);
    expect((await act(agency, workerId, 'grant')).body.mail.outcome).toBe('sent');
    expect(await mailsTo(other)).toBe(1);
  },
);

it('told twice marks once', async () => {
  const to = address();
  const workerId = await enabled(agency, to);
  const event = { subject: workerId, feedbackId: 'same', at: new Date().toISOString() };
  await told(agency, to, event);
  await told(agency, to, event);
  expect((await file(agency, workerId)).map(({ kind }) => kind)).toEqual([
    'mail-address-bounced',
    'portal-access-enable',
  ]);
});

it('staff clear a mark, which what is told late does not bring back, and what is new does', async () => {
  const to = address();
  const workerId = await enabled(agency, to);
  const early = new Date(Date.now() - 60_000).toISOString();
  await told(agency, to, { subject: workerId, at: early });
  const clear = () => agency.ask(routes.clearMailMark, { body: { address: to } });
  expect((await clear()).status).toBe(204);
  expect((await clear()).status).toBe(404);
  await told(agency, to, { subject: workerId, at: early });
  expect((await access(agency, workerId)).mailProblems).toEqual([]);
  expect((await act(agency, workerId, 'block')).body.mail.outcome).toBe('sent');
  await told(agency, to, { subject: workerId, at: new Date(Date.now() + 1_000).toISOString() });
  expect((await access(agency, workerId)).mailProblems).toHaveLength(1);
});

it('A21 a mark is one agency’s own', async () => {
  const to = address();
  const [ours, theirs] = [await enabled(agency, to), await enabled(stranger, to)];
  await told(agency, to, { subject: ours });
  expect((await access(stranger, theirs)).mailProblems).toEqual([]);
  expect((await stranger.ask(routes.clearMailMark, { body: { address: to } })).status).toBe(404);
  expect((await act(stranger, theirs, 'block')).body.mail.outcome).toBe('sent');
  expect((await act(agency, ours, 'block')).body.mail.outcome).toBe('bounced');
});

it('an address in its place is not marked', async () => {
  const [to, next] = [address(), address()];
  const workerId = await enabled(agency, to);
  await told(agency, to, { subject: workerId });
  const { body } = await agency.ask(routes.getWorker, { params: { workerId } });
  const { id: _, version, createdAt: __, changedAt: ___, changedBy: ____, ...fields } = body;
  const changed = { ...fields, mailAddresses: [next] };
  const headers = { 'if-match': `"${version}"` };
  expect((await agency.ask(routes.changeWorker, { params: { workerId }, body: changed, headers })).status).toBe(200);
  expect(await access(agency, workerId)).toMatchObject({ mailProblems: [], expectedMail: { outcome: 'sent' } });
});

it('A20 each mark, and its end, is a line of the audit trail, without the address', async () => {
  const to = address();
  const workerId = await enabled(agency, to);
  await told(agency, to, { subject: workerId });
  await agency.ask(routes.clearMailMark, { body: { address: to } });
  const lines = async (subjectId: string) => {
    const partition = { pk: personPartition(agency.tenantId, subjectId) };
    const { items } = await table.query({ partition, sort: { attribute: 'sk', beginsWith: 'AUDIT#' }, limit: 100 });
    expect(JSON.stringify(items)).not.toContain(to);
    return items.map(({ action, by }) => `${action} ${by}`);
  };
  expect(await lines(workerId)).toContain('mail-address-bounced system');
  expect((await lines('mail-addresses')).at(-1)).toMatch(/^mail-address-cleared tok_/);
});

it('a mail that comes back before it was noted as sent stays noted so', async () => {
  const { NotificationRepository } = await import('../../functions/adapters/dynamodb/notification-repository.ts');
  const workerId = await enabled(agency, address());
  const [line] = await file(agency, workerId);
  const key = { tenantId: agency.tenantId, subjectId: workerId, notificationId: line?.id ?? '' };
  const notifications = new NotificationRepository(table);
  await notifications.mailed(key, 'bounced');
  await notifications.mailed(key, 'sent');
  expect((await file(agency, workerId))[0]?.mail).toBe('bounced');
});
