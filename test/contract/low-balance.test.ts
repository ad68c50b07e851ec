import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Job } from '../../contract/jobs.ts';
import type { ApiFunction } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import { bookingDay } from '../../functions/domain/credits/ledger.ts';
import { TRY_DELAYS } from '../../functions/domain/mail/duties/model.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { loadAfter } from '../support/after.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import { bringMessageAt } from '../support/brought-message.ts';
import { loadFunctions } from '../support/functions.ts';
import { startMailServer } from '../support/mail-server.ts';
import { asFunction } from '../support/roles.ts';
import { browserWith } from '../support/staff.ts';
import { sweepMails } from '../support/sweep-mails.ts';
import { useTable } from '../support/table.ts';
import { walletsOn } from '../support/wallet.ts';

const { table, name } = useTable();
let server: Awaited<ReturnType<typeof startMailServer>>;
let functions: Record<ApiFunction, ApiHandler>;
let follow: Awaited<ReturnType<typeof loadAfter>>;
/** The dispatcher takes a job, with the rights that it has in AWS. */
let work: (job: Job) => Promise<void>;
beforeAll(async () => {
  server = await startMailServer();
  functions = await loadFunctions(name, undefined, server.url);
  follow = await loadAfter();
  const { handler } = await import('../../functions/handlers/dispatcher.ts');
  work = async (job) => {
    const event = { Records: [{ messageId: '1', body: JSON.stringify(job) }] } as SQSEvent;
    expect(await asFunction('dispatcher', () => handler(event))).toEqual({ batchItemFailures: [] });
  };
});
afterAll(() => server.stop());

const SETTINGS = {
  correspondence: {
    mailOnAccessChange: true,
    disclaimer: {},
    mailPolicy: 'general',
    mailSender: { name: 'West', address: 'info@west.example' },
  },
  loginPrefix: 'EF',
};

async function newAgency() {
  const agency = await makeAgency(accessOn(table));
  const { tenantId } = agency.tenant;
  const { token } = await agency.session('settings:manage', 'messages:send', 'credits:read');
  const staff = browserWith(functions, [`__Host-heraut=${token}`]);
  const grant = (credits: number, at = new Date()) =>
    walletsOn(table).grant({ tenantId, grantId: crypto.randomUUID(), credits, at });
  const send = () => staff(routes.sendMessage, { body: { to: '+31612345678', text: 'Goedemorgen' } });
  return { tenantId, staff, grant, send };
}

it('E0-9 credits that fall below the agency’s threshold are mailed once, told of once or twice', async () => {
  const { tenantId, staff, grant, send } = await newAgency();
  const mailAddress = `credits-${tenantId}@west.example`.toLowerCase();
  const body = { ...SETTINGS, lowBalance: { threshold: 2, mailAddress } };
  expect((await staff(routes.changeSettings, { body, headers: { 'if-match': '"0"' } })).status).toBe(200);
  const sweep = () => work({ type: 'sweep', tenantId });
  const told = async () => {
    const mark = await table.get(keys.balanceMark(tenantId));
    return mark ? [await follow(mark), await follow(mark)] : [];
  };
  const mails = async () =>
    (await server.mails()).filter(({ destination }) => destination.to.some((to) => to.includes(mailAddress)));
  await grant(2);
  await sweep();
  expect(await told()).toEqual([]);
  await send();
  await sweep();
  expect(await told()).toEqual([true, true]);
  expect(await mails()).toMatchObject([{ subject: expect.stringContaining('raken op') }]);
  await sweep();
  await grant(5);
  await sweep();
  expect(await told()).toEqual([false, false]);
  expect(await mails()).toHaveLength(1);
});

it('E0-9 a warning that the mail service did not take is mailed later, once', async () => {
  const { tenantId, staff, grant, send } = await newAgency();
  const mailAddress = `credits-${tenantId}@west.example`.toLowerCase();
  const body = { ...SETTINGS, lowBalance: { threshold: 2, mailAddress } };
  expect((await staff(routes.changeSettings, { body, headers: { 'if-match': '"0"' } })).status).toBe(200);
  await grant(2);
  await send();
  await work({ type: 'sweep', tenantId });
  const read = async () => (await table.get(keys.balanceMark(tenantId))) ?? {};
  const low = await read();
  await server.stop();
  expect(await follow(low)).toBe(true);
  await server.start();
  await sweepMails(table, tenantId, new Date(Date.now() + 2 * TRY_DELAYS[0]));
  const due = await read();
  for (const _ of ['told', 'told again']) expect(await follow(due, low)).toBe(true);
  const mails = await server.mails();
  expect(mails.filter(({ destination }) => destination.to.some((to) => to.includes(mailAddress)))).toHaveLength(1);
});

it('E0-9 a day that is over is closed by the clock’s job, and its line changes no more', async () => {
  const { tenantId, staff, grant, send } = await newAgency();
  const DAY = 24 * 3_600_000;
  const booked = new Date(Date.now() - 2 * DAY);
  await grant(10, new Date(booked.getTime() - DAY));
  const { body } = await send();
  await bringMessageAt(booked, table, tenantId, body.id, 'submitted');
  await work({ type: 'close-days', tenantId });
  await work({ type: 'close-days', tenantId });
  const day = bookingDay(booked);
  expect(await table.get(keys.closing(tenantId, day))).toMatchObject({ credits: 1, messages: 1, balance: 9 });
  const statement = await staff(routes.getCreditStatement, { query: { month: day.slice(0, 7) } });
  expect(statement.body.lines).toContainEqual({
    ...{ kind: 'messages', day, credits: -1, messages: 1, balance: 9, complete: true },
  });
});
