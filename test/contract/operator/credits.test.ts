import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiFunction } from '../../../contract/route.ts';
import { routes } from '../../../contract/routes/index.ts';
import { WalletRepository } from '../../../functions/adapters/dynamodb/wallet-repository.ts';
import { bookingDay } from '../../../functions/domain/credits/ledger.ts';
import type { ApiHandler } from '../../../functions/http/create-api.ts';
import { accessOn, makeAgency } from '../../support/agency.ts';
import { bringMessage } from '../../support/brought-message.ts';
import { loadFunctions } from '../../support/functions.ts';
import { loggedInOperator } from '../../support/operators.ts';
import { browserWith } from '../../support/staff.ts';
import { useTable } from '../../support/table.ts';

const { table, name } = useTable();
const access = accessOn(table);
let functions: Record<ApiFunction, ApiHandler>;
let operator: Awaited<ReturnType<typeof loggedInOperator>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
  operator = await loggedInOperator(functions, access);
});

const today = () => bookingDay(new Date());
const month = () => today().slice(0, 7);

async function newAgency() {
  const agency = await makeAgency(access);
  const { token } = await agency.session('messages:send', 'credits:read', 'audit:read');
  const staff = browserWith(functions, [`__Host-heraut=${token}`]);
  const params = { tenantId: agency.tenant.tenantId };
  const book = (credits: number, kind = 'grant', key: string = crypto.randomUUID()) =>
    operator.ask(routes.bookCredits, {
      params,
      body: { kind, credits, reason: 'As agreed' },
      headers: { 'idempotency-key': key },
    });
  const send = () => staff(routes.sendMessage, { body: { to: '+31612345678', text: 'Goedemorgen' } });
  const balance = async () => (await staff(routes.getCredits)).body;
  const statement = async () => (await staff(routes.getCreditStatement, { query: { month: month() } })).body;
  return { ...agency, params, staff, book, send, balance, statement };
}

describe('credits', () => {
  it('E0-9 come from an operator, once for each key, and are in the statement with why and what was left', async () => {
    const { book, balance, statement } = await newAgency();
    const key = crypto.randomUUID();
    const [first, again] = [await book(100, 'grant', key), await book(100, 'grant', key)];
    expect(first.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(await book(99, 'grant', key)).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect((await book(-30, 'correction')).status).toBe(201);
    expect(await balance()).toMatchObject({ granted: 70, available: 70 });
    expect((await statement()).lines).toMatchObject([
      { kind: 'grant', credits: 100, reason: 'As agreed', by: 'operator', balance: 100 },
      { kind: 'correction', credits: -30, balance: 70 },
    ]);
  });

  it('E0-9 are never taken back beyond what is available, nor as a grant', async () => {
    const { book, send, balance } = await newAgency();
    await book(3);
    await send();
    expect(await book(-3, 'correction')).toMatchObject({ status: 409, body: { code: 'action-not-possible' } });
    expect(await book(-1, 'grant')).toMatchObject({ status: 400, body: { errors: [{ path: 'credits' }] } });
    expect(await book(0, 'correction')).toMatchObject({ status: 400 });
    expect((await book(-2, 'correction')).status).toBe(201);
    expect(await balance()).toMatchObject({ granted: 1, available: 0, reserved: 1 });
  });

  it('E0-9 that messages used up are one line a day, which unfolds to the messages', async () => {
    const { book, send, statement, staff, tenant } = await newAgency();
    await book(10);
    const sent = [await send(), await send(), await send()].map(({ body }) => String(body.id));
    for (const id of sent) await bringMessage(table, tenant.tenantId, id, 'submitted');
    const { lines, balance } = await statement();
    expect(lines.at(-1)).toMatchObject({ kind: 'messages', day: today(), credits: -3, messages: 3, complete: false });
    expect(balance).toBe(7);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '2', ...(cursor !== undefined && { cursor }) };
      const { body } = await staff(routes.listCreditCharges, { params: { day: today() }, query });
      found.push(...body.items.map(({ messageId }: { messageId: string }) => messageId));
      cursor = body.nextCursor;
    } while (cursor !== undefined);
    expect(found).toEqual(sent.toSorted().reverse());
  });

  it('E0-9 a month before the first of them has no lines', async () => {
    const { book, staff } = await newAgency();
    await book(10);
    const { status, body } = await staff(routes.getCreditStatement, { query: { month: '2020-01' } });
    expect([status, body]).toEqual([200, { month: '2020-01', opening: 0, lines: [], balance: 0 }]);
  });

  it('E0-9 of a month come as CSV in the language of who asks', async () => {
    const { book, staff } = await newAgency();
    await book(10);
    const { status, headers, body } = await staff(routes.getCreditStatementCsv, {
      query: { month: month() },
      headers: { 'accept-language': 'pl' },
    });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe(`attachment; filename="credits-${month()}.csv"`);
    expect(body).toContain(`${today()},Przyznanie,,10,10,As agreed,Operator,,\r\n`);
  });

  it('A20 each booking is in the trail of the agency, as an operator’s, with the reason', async () => {
    const { book, staff, params } = await newAgency();
    await book(10);
    const { items } = (await staff(routes.listAuditLines, { query: { record: params.tenantId } })).body;
    expect(items[0]).toMatchObject({ action: 'credits-grant', by: 'operator', detail: '10 credits: As agreed' });
  });
});

describe('what a credit costs', () => {
  it('E0-5 is set by an operator from a day on, and shown to the agency', async () => {
    const { staff, params, balance } = await newAgency();
    const set = (validFrom: string, amount: string) =>
      operator.ask(routes.setTariff, { params: { ...params, validFrom }, body: { amount, currency: 'EUR' } });
    expect((await balance()).tariff).toBeUndefined();
    for (const [day, amount] of [
      ['2026-01-01', '0.09'],
      ['2026-06-01', '0.085'],
      ['2099-01-01', '0.1'],
    ] as const)
      expect((await set(day, amount)).status).toBe(200);
    expect((await balance()).tariff).toEqual({ amount: '0.085', currency: 'EUR', validFrom: '2026-06-01' });
    const { items } = (await operator.ask(routes.listTariffs, { params })).body;
    expect(items.map(({ validFrom }: { validFrom: string }) => validFrom)).toEqual([
      '2099-01-01',
      '2026-06-01',
      '2026-01-01',
    ]);
    expect(items[0].setBy).toBe(operator.employeeId);
    expect(await set('2026-06-01', '0,085')).toMatchObject({ status: 400, body: { errors: [{ path: 'amount' }] } });
    expect((await staff(routes.setTariff, { params: { ...params, validFrom: '2026-01-01' } })).status).toBe(403);
  });

  it('E0-1 E0-5 is one for an SMS, or one for each part, as an operator sets it', async () => {
    const { staff, params, book, balance } = await newAgency();
    await book(10);
    const long = { to: '+31612345678', text: 'a'.repeat(200) };
    const credits = async () => (await staff(routes.sendMessage, { body: long })).body.credits;
    expect([(await balance()).pricePer, await credits()]).toEqual(['message', 1]);
    await operator.ask(routes.setPricePer, { params, body: { pricePer: 'part' } });
    expect([(await balance()).pricePer, await credits()]).toEqual(['part', 2]);
  });
});

describe('the shards of a wallet', () => {
  it('E0-5 become more, with what is available spread over them, and never fewer', async () => {
    const { params, book, send, balance, tenant } = await newAgency();
    await book(100);
    const widen = (shards: unknown) => operator.ask(routes.widenWallet, { params, body: { shards } });
    expect(await widen(4)).toMatchObject({ status: 200, body: { shards: 4 } });
    const shards = await new WalletRepository(table).shards(tenant.tenantId, 4);
    expect(shards.map(({ available }) => available)).toEqual([25, 25, 25, 25]);
    expect(await balance()).toMatchObject({ granted: 100, available: 100 });
    expect((await send()).status).toBe(202);
    expect(await widen(2)).toMatchObject({ status: 409, body: { code: 'action-not-possible' } });
    expect((await operator.ask(routes.getTenant, { params })).body.walletShards).toBe(4);
    for (const wrong of [0, 17, 1.5]) expect((await widen(wrong)).status).toBe(400);
    await book(-99, 'correction');
    expect(await balance()).toMatchObject({ available: 0, reserved: 1 });
  });
});

describe('the stop of all sending', () => {
  const stop = (params: Record<string, string>, stopped: boolean) =>
    operator.ask(routes.setTenantSending, { params, body: { stopped, reason: 'Spam' } });

  it('B13 of one agency refuses its messages at once, and no other’s, until it is lifted', async () => {
    const [one, other] = [await newAgency(), await newAgency()];
    await one.book(10);
    await other.book(10);
    expect((await stop(one.params, true)).body).toEqual({ stopped: true });
    expect(await one.send()).toMatchObject({ status: 409, body: { code: 'sending-stopped' } });
    expect((await other.send()).status).toBe(202);
    expect((await operator.ask(routes.getTenant, { params: one.params })).body.sendingStopped).toBe(true);
    await stop(one.params, false);
    expect((await one.send()).status).toBe(202);
    const { items } = (await one.staff(routes.listAuditLines, { query: { record: one.params.tenantId } })).body;
    expect(items.slice(0, 2)).toMatchObject([
      { action: 'sending-lifted', by: 'operator', detail: 'Spam' },
      { action: 'sending-stopped', by: 'operator' },
    ]);
  });

  it('B13 everywhere refuses the messages of all agencies; one that is stopped by itself stays so', async () => {
    const [one, other] = [await newAgency(), await newAgency()];
    await one.book(10);
    await other.book(10);
    expect((await operator.ask(routes.getSending)).body).toEqual({ stopped: false });
    await stop(one.params, true);
    await operator.ask(routes.setSending, { body: { stopped: true, reason: 'Everything' } });
    expect((await operator.ask(routes.getSending)).body).toMatchObject({ stopped: true, reason: 'Everything' });
    for (const { send, staff } of [one, other]) {
      expect(await send()).toMatchObject({ status: 409, body: { code: 'sending-stopped' } });
      const { items } = (await staff(routes.listMessagingServices)).body;
      expect(items).toMatchObject([{ maySend: false, whyNot: 'sending-stopped' }]);
    }
    await operator.ask(routes.setSending, { body: { stopped: false, reason: 'Over' } });
    expect([(await one.send()).status, (await other.send()).status]).toEqual([409, 202]);
    const { items } = (await operator.ask(routes.listOperatorAuditLines, { query: { record: 'sending' } })).body;
    expect(items).toMatchObject([
      { action: 'sending-lifted', by: operator.employeeId, detail: 'Over' },
      { action: 'sending-stopped', by: operator.employeeId, detail: 'Everything' },
    ]);
  });
});
