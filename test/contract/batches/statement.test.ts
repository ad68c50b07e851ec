import { expect, it } from 'vitest';
import { creditRoutes } from '../../../contract/routes/credits.ts';
import { bookingDay } from '../../../functions/domain/credits/ledger.ts';
import { accessOn, makeAgency } from '../../support/agency.ts';
import { useBatches } from '../../support/batches/use-batches.ts';
import { bringMessage } from '../../support/brought-message.ts';
import { browserWith } from '../../support/staff.ts';

const { table, functions, agency: agencyWithBatches } = useBatches();

const TEXT = { text: 'Morgen begint de dienst om zeven uur' };
const toNumbers = (count: number) =>
  `to\n${Array.from({ length: count }, (_, index) => `061234567${index}\n`).join('')}`;
const SCOPES = ['messages:send', 'messages:read', 'credits:read'] as const;

async function agencyWithStatement() {
  const agency = await agencyWithBatches(100, SCOPES);
  const bring = (messageId: string, ...states: Parameters<typeof bringMessage>[3][]) =>
    bringMessage(table, agency.tenantId, messageId, ...states);
  /** Checked each time: its lines say all of what the wallet has. */
  async function statement() {
    const { body } = await agency.ask(creditRoutes.getCreditStatement);
    let before = body.opening;
    for (const line of body.lines) {
      before += line.credits;
      expect(line.balance).toBe(before);
    }
    const { granted, available, reserved, consumed } = await agency.balance();
    expect(body.balance).toBe(available + reserved);
    expect(granted).toBe(body.balance + consumed);
    return body.lines;
  }
  const started = async (recipients: number, fields: object = {}) => {
    const batch = await agency.prepared({ ...TEXT, ...fields }, toNumbers(recipients));
    await agency.accept(batch.id);
    await agency.work(batch.id);
    return batch.id;
  };
  return { ...agency, bring, statement, started };
}

it('E0-9 a batch is a line of the statement from when it is accepted on: what it set aside, used up and gave back, by whom, and the balance', async () => {
  const { lines, bring, statement, started, stop, work, agency } = await agencyWithStatement();
  const day = bookingDay(new Date());
  const batchId = await started(5, { name: 'Kerst' });
  const whose = { kind: 'batch', day, batchId, name: 'Kerst', acceptedAt: expect.any(String), complete: false };
  expect((await statement()).at(-1)).toMatchObject({
    ...{ ...whose, by: expect.stringMatching(/^tok_/), byName: expect.any(String) },
    ...{ credits: 0, messages: 0, reserved: 5, returned: 0, balance: 100 },
  });
  const [delivered, late, waits, known] = (await lines(batchId)).map(({ messageId }) => messageId);
  await bring(delivered, 'submitted', 'delivered');
  await bring(late, 'unconfirmed');
  await bring(waits);
  await bring(known, 'failed');
  expect((await statement()).at(-1)).toMatchObject({ credits: -1, messages: 1, reserved: 5, returned: 1, balance: 99 });
  // Its last message is cancelled; of two nobody knows yet.
  await stop(batchId);
  await work(batchId);
  expect((await statement()).at(-1)).toMatchObject({ credits: -1, messages: 1, reserved: 5, returned: 2, balance: 99 });
  const { tenantId } = agency.tenant;
  const { MessageRepository } = await import('../../../functions/adapters/dynamodb/message-repository.ts');
  const messages = new MessageRepository(table);
  for (const [id, to] of [
    [late, 'undelivered'],
    [waits, 'failed'],
  ] as const) {
    const message = await messages.find(tenantId, id);
    if (message) await messages.step(message, { to, at: new Date(), bookedAt: new Date() });
  }
  expect((await statement()).at(-1)).toMatchObject({ credits: -2, messages: 2, reserved: 5, returned: 3, balance: 98 });
});

it('E0-9 the messages of batches are in no other line: single ones have theirs, and its list', async () => {
  const { ask, lines, bring, statement, started } = await agencyWithStatement();
  const [one, other] = [await started(2), await started(1)];
  for (const { messageId } of [...(await lines(one)), ...(await lines(other))]) await bring(messageId, 'submitted');
  const { routes } = await import('../../../contract/routes/index.ts');
  const { body: single } = await ask(routes.sendMessage, { body: { to: '+31612345670', ...TEXT } });
  await bring(single.id, 'submitted');
  expect(await statement()).toMatchObject([
    { kind: 'grant', balance: 100 },
    { kind: 'batch', batchId: one, credits: -2, messages: 2, balance: 98 },
    { kind: 'batch', batchId: other, credits: -1, messages: 1, balance: 97 },
    { kind: 'messages', credits: -1, messages: 1, balance: 96 },
  ]);
  const params = { day: bookingDay(new Date()) };
  const { body } = await ask(creditRoutes.listCreditCharges, { params });
  expect(body.items).toMatchObject([{ messageId: single.id, credits: 1 }]);
});

it('E0-9 a batch that is stopped before it starts gives all back on its line, which is in the CSV too, in the language of who asks', async () => {
  const { ask, prepared, accept, stop, statement } = await agencyWithStatement();
  const batch = await prepared({ ...TEXT, name: 'Kerst' }, toNumbers(3));
  await accept(batch.id);
  await stop(batch.id);
  expect((await statement()).at(-1)).toMatchObject({ credits: 0, reserved: 3, returned: 3, balance: 100 });
  const headers = { 'accept-language': 'nl' };
  const { body } = await ask(creditRoutes.getCreditStatementCsv, { headers });
  expect(body).toMatch(new RegExp(`\r\n${bookingDay(new Date())},Verzending,0,0,100,Kerst,[^,]+,3,3\r\n`));
});

it('an agency without batches is asked for none of them, and another one’s are never shown', async () => {
  const { started } = await agencyWithStatement();
  await started(1);
  const other = await makeAgency(accessOn(table));
  const { token } = await other.session('credits:read');
  const staff = browserWith(functions(), [`__Host-heraut=${token}`]);
  expect((await staff(creditRoutes.getCreditStatement)).body.lines).toEqual([]);
});
