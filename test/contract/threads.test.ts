import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../contract/routes/index.ts';
import { loadAfter } from '../support/after.ts';
import { loadFunctions } from '../support/functions.ts';
import { inboundOffice, MOBILE, workerWith } from '../support/inbound-office.ts';
import { asSent } from '../support/offered-sms.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let functions: Awaited<ReturnType<typeof loadFunctions>>;
let follow: Awaited<ReturnType<typeof loadAfter>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
  follow = await loadAfter();
});

const office = () => inboundOffice(table, functions, follow);

describe('threads', () => {
  it('B3 hold what came from one number, however it was written, that with the newest message first', async () => {
    const { receive, threads } = await office();
    await receive({ sender: '0612345678', text: 'Een' });
    await receive({ sender: '+31687654321', text: 'Twee' });
    const { inboundId } = await receive({ sender: '31612345678', provider: 'websms', text: 'Drie' });
    await receive({ sender: 'BELASTING', text: 'Vier' });
    expect(await threads()).toMatchObject([
      { sender: 'BELASTING', records: [], unread: 1, last: { text: 'Vier', direction: 'in' } },
      { number: MOBILE, records: [], unread: 2, last: { id: inboundId, text: 'Drie' } },
      { number: '+31687654321', unread: 1 },
    ]);
  });

  it('B3 are filed once, though the stream tells twice and in another order', async () => {
    const { receive, tellOf, threads } = await office();
    const first = await receive({ text: 'Een' });
    await receive({ text: 'Twee' });
    await tellOf(first);
    await Promise.all([receive({ text: 'Drie' }), receive({ text: 'Vier' }), receive({ text: 'Vijf' })]);
    expect(await threads()).toMatchObject([{ number: MOBILE, unread: 5 }]);
  });

  it('B3 say with whom they are: a worker, or several records that have the same number', async () => {
    const { ask, asking, receive, threads } = await office();
    await receive();
    const { body: one } = await ask(routes.createWorker, { body: workerWith('06 1234 5678') });
    expect((await threads())[0].records).toEqual([{ id: one.id, kind: 'worker', name: 'René Jansen' }]);
    const company = { name: 'De Brug', phones: [{ number: MOBILE }, { number: '+44 20 1234 5678' }] };
    const { body: other } = await ask(routes.createCompany, { body: company });
    expect((await threads())[0].records.map(({ id }: { id: string }) => id).sort()).toEqual([one.id, other.id].sort());
    const blind = await asking(['messages:read']);
    const [thread] = (await blind(routes.listThreads)).body.items;
    expect(thread.records).toContainEqual({ id: one.id, kind: 'worker' });
    const changed = { body: workerWith('0611111111'), params: { workerId: one.id }, headers: { 'if-match': '"1"' } };
    expect((await ask(routes.changeWorker, changed)).status).toBe(200);
    expect((await threads())[0].records.map(({ id }: { id: string }) => id)).toEqual([other.id]);
  });

  it('B3 show what came and what went, newest first, page by page', async () => {
    const { ask, receive, threads } = await office();
    for (const text of ['Een', 'Twee', 'Drie']) {
      await receive({ text });
      await ask(routes.sendMessage, { body: { to: MOBILE, text: `Op ${text}` } });
    }
    await receive({ sender: '+31687654321', text: 'Van een ander' });
    const [, { id: threadId }] = await threads();
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const query = { limit: '4', ...(cursor !== undefined && { cursor }) };
      const { body } = await ask(routes.getThread, { params: { threadId }, query });
      seen.push(...body.items.map(({ direction, text }: Record<string, string>) => `${direction} ${text}`));
      cursor = body.nextCursor;
      if (cursor === undefined) break;
    }
    const out = (text: string) => `out ${asSent(`Op ${text}`)}`;
    expect(seen).toEqual([out('Drie'), 'in Drie', out('Twee'), 'in Twee', out('Een'), 'in Een']);
  });

  it('B3 are marked as read up to what was seen: what came later stays unread, and who read stands in the audit trail', async () => {
    const { ask, receive, threads } = await office();
    await receive();
    const seen = await receive();
    await receive();
    const [{ id: threadId }] = await threads();
    const read = () => ask(routes.markThreadRead, { params: { threadId }, body: { upTo: seen.inboundId } });
    for (const _ of ['once', 'again']) expect((await read()).status).toBe(204);
    expect(await threads()).toMatchObject([{ unread: 1, readAt: expect.any(String), readBy: expect.any(String) }]);
    const { body } = await ask(routes.listAuditLines, { query: { record: threadId } });
    expect(body.items).toMatchObject([{ action: 'read' }]);
  });

  it('B3 are answered at the number that wrote, and the message belongs to the one record that has it', async () => {
    const { ask, receive, threads } = await office();
    await receive({ sender: '+31687654321' });
    const phones = [{ number: '0612345678', mobile: true }, { number: '06 87 65 43 21' }];
    const { body: one } = await ask(routes.createWorker, { body: { ...workerWith('0611'), phones } });
    const [{ id: threadId }] = await threads();
    const reply = { params: { threadId }, body: { text: 'Tot morgen' }, headers: { 'idempotency-key': 'k' } };
    const first = await ask(routes.replyToThread, reply);
    expect(first).toMatchObject({ status: 202, body: { to: '+31687654321' } });
    expect((await ask(routes.replyToThread, reply)).body).toEqual(first.body);
    const { body } = await ask(routes.getMessage, { params: { messageId: first.body.id } });
    expect(body).toMatchObject({ recordId: one.id, text: asSent('Tot morgen') });
    const other = { ...reply, body: { text: 'Tot overmorgen' } };
    expect(await ask(routes.replyToThread, other)).toMatchObject({ status: 422 });
  });

  it('B3 of a name can’t be answered, and another agency’s is not there', async () => {
    const { ask, receive, threads } = await office();
    await receive({ sender: 'BELASTING' });
    const [{ id: threadId }] = await threads();
    const reply = { params: { threadId }, body: { text: 'Hallo' } };
    expect(await ask(routes.replyToThread, reply)).toMatchObject({ status: 422, body: { code: 'number-invalid' } });
    const other = await office();
    expect((await other.ask(routes.replyToThread, reply)).status).toBe(404);
    expect((await other.ask(routes.getThread, reply)).status).toBe(404);
    await other.receive({ sender: 'BELASTING' });
    expect((await other.threads())[0].id).not.toBe(threadId);
  });
});
