import { ulid } from 'ulid';
import { beforeAll, describe, expect, it } from 'vitest';
import { messagingRoutes } from '../../contract/routes/messaging.ts';
import { MessageRepository } from '../../functions/adapters/dynamodb/message-repository.ts';
import type { Message } from '../../functions/domain/messaging/model.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { acceptedMessage, newId } from '../support/messages.ts';
import { useTable } from '../support/table.ts';
import { walletsOn } from '../support/wallet.ts';

const { table, name } = useTable();
const messages = new MessageRepository(table);
const FIRST_DAY = Date.parse('2026-11-01T12:00:00.000Z');
const DAY = 24 * 3_600_000;
const [ANNA, BO] = [newId('emp'), newId('emp')];
let functions: Awaited<ReturnType<typeof loadFunctions>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
});

/** An id made at a moment, as the list sorts by it. */
const idAt = (moment: number) => `msg_${ulid(moment)}`;

async function agency() {
  const made = await makeAgency(accessOn(table));
  const { tenantId } = made.tenant;
  await walletsOn(table).grant({ tenantId, grantId: 'test', credits: 5000, at: new Date() });
  const { token } = await made.apiToken(['messages:read']);
  const headers = { authorization: `Bearer ${token}` };
  /** One a day, the first on 1 November. */
  const put = async (day: number, given: Partial<Message> = {}) => {
    const moment = FIRST_DAY + (day - 1) * DAY;
    const acceptedAt = new Date(moment).toISOString();
    const message = acceptedMessage({ tenantId, messageId: idAt(moment), acceptedAt, ...given });
    await messages.accept(message, { route: 'test', key: message.messageId, asked: {}, answer: {}, now: new Date() });
    return message;
  };
  const list = (query: Record<string, string> = {}) =>
    send(functions, messagingRoutes.listMessages, { headers, query });
  const found = async (query: Record<string, string>) => {
    const { status, body } = await list(query);
    expect(status).toBe(200);
    return body.items.map(({ id }: { id: string }) => id);
  };
  return { put, list, found };
}

describe('the list of messages', () => {
  it('E3-9 is filtered by record, template, batch and route, each alone and with others', async () => {
    const { put, found } = await agency();
    const [recordId, templateId, batchId] = [newId('wrk'), newId('mtp'), newId('bat')];
    const one = await put(1, { recordId, templateId });
    const two = await put(2, { recordId, routes: ['websms', 'modem'] });
    const three = await put(3, { templateId, batchId, acceptedBy: ANNA });
    expect(await found({ record: recordId })).toEqual([two.messageId, one.messageId]);
    expect(await found({ template: templateId })).toEqual([three.messageId, one.messageId]);
    expect(await found({ batch: batchId })).toEqual([three.messageId]);
    expect(await found({ batch: batchId, route: 'websms' })).toEqual([]);
    expect(await found({ route: 'websms' })).toEqual([two.messageId]);
    expect(await found({ route: 'modem' })).toEqual([three.messageId, one.messageId]);
    expect(await found({ template: templateId, record: recordId })).toEqual([one.messageId]);
    expect(await found({ template: templateId, by: ANNA })).toEqual([three.messageId]);
    await messages.putBack(two, { routes: ['modem'], at: new Date(), detail: 'no such account' });
    expect(await found({ route: 'websms' })).toEqual([]);
    expect(await found({ route: 'modem' })).toEqual([three.messageId, two.messageId, one.messageId]);
    await messages.putBack(one, { routes: ['smsapi'], at: new Date(), detail: 'no modem' });
    expect(await found({ route: 'smsapi' })).toEqual([one.messageId]);
  });

  it('E3-9 is filtered by recipient, sender, state and days, and by several of them at once', async () => {
    const { put, found } = await agency();
    const one = await put(1, { acceptedBy: ANNA });
    const two = await put(2, { acceptedBy: BO });
    const three = await put(3, { acceptedBy: ANNA, to: '+31687654321' });
    const at = new Date();
    await messages.step(two, { to: 'cancelled', at, bookedAt: at });

    expect(await found({ to: '0612345678' })).toEqual([two.messageId, one.messageId]);
    expect(await found({ by: ANNA })).toEqual([three.messageId, one.messageId]);
    expect(await found({ state: 'cancelled' })).toEqual([two.messageId]);
    expect(await found({ state: 'accepted' })).toEqual([three.messageId, one.messageId]);
    expect(await found({ from: '2026-11-02T12:00:00.000Z', until: '2026-11-03T12:00:00.000Z' })).toEqual([
      two.messageId,
    ]);
    expect(await found({ to: '+31612345678', by: ANNA })).toEqual([one.messageId]);
    expect(await found({ by: BO, state: 'accepted' })).toEqual([]);
    expect(await found({ to: '0612345678', state: 'cancelled', from: '2026-11-01T00:00:00Z' })).toEqual([
      two.messageId,
    ]);
  });

  it('E3-9 finds words of the text, also in the end of a long one, within days', async () => {
    const { put, found } = await agency();
    const long = await put(1, { text: `${'lang '.repeat(80)}Slotzin over Planning` });
    const short = await put(2, { text: 'De planning van maandag' });
    await put(3, { text: 'Iets anders' });
    expect(await found({ text: 'PLANNING' })).toEqual([short.messageId, long.messageId]);
    expect(await found({ text: 'planning slotzin' })).toEqual([long.messageId]);
    expect(await found({ text: 'planning', from: '2026-11-02T00:00:00Z' })).toEqual([short.messageId]);
  });

  it('goes on from page to page under a filter, each message once', async () => {
    const { put, list } = await agency();
    const ids: string[] = [];
    for (let day = 1; day <= 7; day++) ids.unshift((await put(day, { acceptedBy: day % 2 ? ANNA : BO })).messageId);
    for (const query of [{ by: ANNA }, { by: ANNA, state: 'accepted' }, { text: 'goedemorgen' }] as Record<
      string,
      string
    >[]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await list({ ...query, limit: '2', ...(cursor !== undefined && { cursor }) });
        seen.push(...body.items.map(({ id }: { id: string }) => id));
        expect(body.complete).toBe(body.nextCursor === undefined);
        cursor = body.nextCursor;
      } while (cursor !== undefined);
      expect(seen).toEqual('text' in query ? ids : ids.filter((_, index) => index % 2 === 0));
    }
  });

  it('refuses what is no filter, and shows no other agency’s', async () => {
    const [mine, other] = [await agency(), await agency()];
    await other.put(1);
    expect(await mine.found({ to: '0612345678' })).toEqual([]);
    for (const query of [{ state: 'lost' }, { from: 'yesterday' }, { by: 'wrk_1' }, { colour: 'red' }])
      expect((await mine.list(query as Record<string, string>)).status).toBe(400);
    expect((await mine.list({ to: '12' })).body.code).toBe('number-invalid');
  });
});
