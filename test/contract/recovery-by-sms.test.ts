import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { routes } from '../../contract/routes/index.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import { MessageListRepository } from '../../functions/adapters/dynamodb/message-list-repository.ts';
import { optOut } from '../../functions/domain/messaging/choices/opt-out.ts';
import { dispatch } from '../../functions/domain/messaging/dispatch.ts';
import { loadFunctions } from '../support/functions.ts';
import { startMailServer } from '../support/mail-server.ts';
import { cloudOn } from '../support/message-on-table.ts';
import { newId, readyBox } from '../support/messages.ts';
import { makeRecoveries, type RecoverySteps } from '../support/recovery.ts';
import { useTable } from '../support/table.ts';

const { table, name, client } = useTable();
let server: Awaited<ReturnType<typeof startMailServer>>;
let steps: RecoverySteps;
beforeAll(async () => {
  server = await startMailServer();
  steps = await makeRecoveries({ functions: await loadFunctions(name, undefined, server.url), table, server });
});
afterAll(() => server.stop());

const PRIVATE = { number: '06 11111111', mobile: true, private: true };
const LANDLINE = { number: '030 1234567', mobile: false, private: false };
const MOBILE = { number: '06 12345678', mobile: true, private: false };

/** Asks for a code by SMS; what the agency's list of SMS shows of it. */
async function asked(phones: readonly object[], language = 'nl') {
  const { portal } = steps;
  const worker = await portal.settled({ phones, language, mailAddresses: ['niemand@mail.example'] });
  const { recoveryId } = (await steps.start(worker.loginName, { channel: 'sms' })).body;
  expect(await steps.followed(recoveryId)).toBe(true);
  const { items } = (await portal.staff(routes.listMessages)).body;
  const rows: { acceptedAt: string; id: string }[] = items;
  const { startedAt } = (await table.get(keys.recovery(portal.tenantId, recoveryId))) ?? {};
  const [message] = rows.filter(({ acceptedAt }) => acceptedAt >= String(startedAt));
  return { ...worker, recoveryId, message };
}

it('A11 A3 a code by SMS is filled in when the message is given to the box, and shows as dots everywhere else', async () => {
  const { portal } = steps;
  const { tenantId } = portal;
  const { recoveryId, message, loginName } = await asked([PRIVATE, LANDLINE, MOBILE]);
  expect(message).toMatchObject({
    to: '+31612345678',
    text: expect.stringContaining('uw code voor een nieuw wachtwoord is ••••••••, geldig tot '),
    alphabet: 'gsm7',
    credits: 0,
    state: 'accepted',
  });
  const { codeUntil } = (await table.get(keys.recovery(tenantId, recoveryId))) ?? {};
  const { cloud, sent } = cloudOn(table, () => new Date());
  await cloud.boxes.add(readyBox({ tenantId }));
  const messageId = message?.id ?? '';
  await dispatch(cloud, [{ type: 'message', tenantId, messageId }]);
  const [{ downlink }] = sent as [(typeof sent)[number]];
  const [attempt] = downlink.type === 'attempts' ? downlink.attempts : [];
  expect(attempt).toMatchObject({ to: '+31612345678', notAfter: codeUntil });
  const code = / is (\d{8}), /.exec(attempt?.text ?? '')?.[1] ?? '';
  const shown = await portal.staff(routes.getMessage, { params: { messageId } });
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name }));
  expect(JSON.stringify([shown, Items])).toContain('••••••••');
  expect(JSON.stringify([shown, Items])).not.toContain(code);
  const { proof } = (await steps.prove(recoveryId, code)).body;
  expect((await steps.setPassword(recoveryId, proof, 'een heel ander lang wachtwoord')).status).toBe(204);
  expect((await portal.logIn(loginName, 'een heel ander lang wachtwoord')).status).toBe(201);
});

it('A11 needs no credit and no right to send, and is sent once though the stream brings it twice', async () => {
  const { portal } = steps;
  const before = (await portal.staff(routes.getCredits)).body;
  expect(before.available).toBe(0);
  const { recoveryId, message } = await asked([MOBILE]);
  await steps.followed(recoveryId);
  const { items } = (await portal.staff(routes.listMessages)).body;
  expect(items.filter(({ id }: { id: string }) => id >= (message?.id ?? ''))).toHaveLength(1);
  expect((await portal.staff(routes.getCredits)).body).toEqual(before);
});

it('A11 B3 goes also to who wants no more SMS, and is not taken back: it was asked for a moment ago', async () => {
  const { portal } = steps;
  const { tenantId } = portal;
  const number = '+31687654321';
  const { cloud, sent } = cloudOn(table, () => new Date());
  const hashes = { of: async (_: string, of: string) => of.slice(1) };
  const stop = () => {
    const said = { tenantId, optOutId: newId('opt'), since: new Date().toISOString(), source: 'sms' } as const;
    const audit = { tenantId, subjectId: said.optOutId, auditId: newId('aud'), at: said.since, by: 'system' };
    const deps = { ...cloud, lists: new MessageListRepository(table), hashes };
    return optOut(deps, number, said, { ...audit, action: 'opted-out' });
  };
  expect(await stop()).toBe(true);
  const { message } = await asked([{ number: '06 87654321', mobile: true, private: false }]);
  const messageId = message?.id ?? '';
  // Said again it takes back what waits.
  await stop();
  await cloud.boxes.add(readyBox({ tenantId }));
  await dispatch(cloud, [{ type: 'message', tenantId, messageId }]);
  const attempts = sent.flatMap(({ downlink }) => (downlink.type === 'attempts' ? downlink.attempts : []));
  expect(attempts.filter(({ to }) => to === number)).toMatchObject([{ attemptId: `${messageId}.1` }]);
});

it('A11 goes to no number that is marked private or is no mobile one, and the answer says nothing of it', async () => {
  expect((await asked([PRIVATE, LANDLINE])).message).toBeUndefined();
});

it('A11 is not sent once more as a copy: its code has run out, a new one is asked for', async () => {
  const { portal } = steps;
  const { message } = await asked([MOBILE]);
  const messageIds = [message?.id];
  const { body } = await portal.staff(routes.resendMessages, { body: { messageIds } });
  expect(body.items).toEqual([{ copyOf: message?.id, refused: 'code-refused' }]);
});

it.each(['nl', 'de', 'pl', 'en'])('B11 is in %s, and its parts are counted without the dots', async (language) => {
  const { message } = await asked([MOBILE], language);
  expect(message).toMatchObject({ alphabet: 'gsm7', parts: 1 });
});
