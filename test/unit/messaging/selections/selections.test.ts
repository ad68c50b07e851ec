import { expect, it } from 'vitest';
import type { Permission } from '../../../../contract/permissions.ts';
import { MAX_SELECTIONS } from '../../../../contract/routes/batches/selections.ts';
import { createSelection } from '../../../../functions/domain/messaging/selections/keep-selection.ts';
import type { Selection, Selections } from '../../../../functions/domain/messaging/selections/model.ts';
import type { Idempotency, IdempotentRequest } from '../../../../functions/domain/shared/idempotency.ts';
import { selectionHandlers } from '../../../../functions/http/selection-handlers.ts';
import { newId } from '../../../support/messages.ts';

const NOW = new Date('2026-11-22T08:00:00Z');
const ASKED = { name: 'Nachtdienst', kind: 'worker' } as const;
const WORKER = newId('wrk');

/** Selections of one employee, in memory; each holds one worker. */
function office() {
  const kept: Selection[] = [];
  const asked = new Map<string, IdempotentRequest<object>>();
  const earlier = async <A extends object>(_: string, request: IdempotentRequest<A>) => {
    const before = asked.get(request.key);
    return before && ({ kind: 'repeated', answer: before.answer as A } satisfies Idempotency<A>);
  };
  const selections: Pick<Selections, 'add' | 'earlier' | 'list' | 'find' | 'members'> = {
    earlier,
    async add(selection, request) {
      const before = await earlier(selection.tenantId, request);
      if (before) return before;
      asked.set(request.key, request);
      kept.push(selection);
      return { kind: 'first' };
    },
    list: async (_, __, most) => kept.slice(0, most),
    find: async (_, __, selectionId) => kept.find((one) => one.selectionId === selectionId),
    members: async () => new Map([[1, [WORKER]]]),
  };
  const values = { 'worker.name': 'Anna Bos' };
  const records = { find: async (_: string, id: string) => ({ id, kind: 'worker' as const, phones: [], values }) };
  const keep = { selections: selections as Selections, records, clock: { now: () => NOW }, newId };
  const owner = { tenantId: newId('ten'), id: newId('emp'), requestId: 'req', address: '192.0.2.1' };
  const permissions = new Set<Permission>(['workers:read']);
  return {
    keep,
    owner: { ...owner, permissions },
    create: (key: string) => createSelection(keep, { ...owner, permissions }, ASKED, key),
  };
}

it('E3-4 there are so many selections and no more, and the last is answered again when it is asked for again', async () => {
  const { create } = office();
  for (let count = 1; count < MAX_SELECTIONS; count++) await create(`key ${count}`);
  const last = await create('the last');
  expect(await create('the last')).toEqual(last);
  await expect(create('one more')).rejects.toMatchObject({ code: 'action-not-possible' });
});

it.each([
  [['workers:read'], [{ id: WORKER, name: 'Anna Bos' }]],
  [['companies:read'], [{ id: WORKER }]],
] as const)('E3-4 shows names to whom %j lets see them', async (permissions, items) => {
  const { keep, owner, create } = office();
  const { selectionId } = await create('key');
  const principal = { ...owner, permissions: new Set<Permission>(permissions), tenant: { cursorKey: 'key' } };
  const request = { principal, params: { selectionId }, query: { limit: 10 } };
  expect((await selectionHandlers(keep).listMembers(request as never)).body).toEqual({ items });
});
