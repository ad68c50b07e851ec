import { describe, expect, it } from 'vitest';
import type { AnsweredEvent } from '../../../contract/edge.ts';
import { BoxCommandRepository } from '../../../functions/adapters/dynamodb/box-command-repository.ts';
import { keys } from '../../../functions/adapters/dynamodb/keys.ts';
import type { BoxCommand } from '../../../functions/domain/edge/commands.ts';
import { newId } from '../../support/messages.ts';
import { useTable } from '../../support/table.ts';

const { table } = useTable();
const commands = new BoxCommandRepository(table);
const now = new Date('2026-11-21T10:00:00.000Z');
const at = now.toISOString();

function pause(tenantId: string, boxId = newId('box')): BoxCommand {
  const command = { kind: 'pause', commandId: newId('cmd'), notAfter: '2026-11-21T10:10:00.000Z' } as const;
  return { tenantId, boxId, journalId: newId('jnl'), command, state: 'waiting', askedAt: at, askedBy: 'emp_1' };
}
const request = (key: string, asked: object = {}) => ({ route: 'box-commands', key, asked, answer: { id: key }, now });
async function added(tenantId = newId('ten')) {
  const one = pause(tenantId);
  expect(await commands.add(one, request(newId('key')))).toEqual({ kind: 'first' });
  const { boxId } = one;
  const { commandId } = one.command;
  const answer = (given: Partial<AnsweredEvent> = {}, of = boxId) =>
    commands.answer(tenantId, of, { type: 'answered', commandId, at, outcome: 'done', ...given });
  return { one, tenantId, boxId, commandId, answer, found: () => commands.find(tenantId, boxId, commandId) };
}

describe('commands to a box', () => {
  it('are kept, each tenant its own, for 30 days', async () => {
    const { one, boxId, commandId, found } = await added();
    expect(await found()).toEqual(one);
    expect(await commands.find(newId('ten'), boxId, commandId)).toBeUndefined();
    const item = await table.get(keys.boxCommand(one.tenantId, boxId, commandId));
    expect(item?.['expiresAtSeconds']).toBe(now.getTime() / 1000 + 30 * 24 * 3600);
  });

  it('B6 are one for each key', async () => {
    const tenantId = newId('ten');
    const [one, other] = [pause(tenantId), pause(tenantId)];
    await commands.add(one, request('key'));
    expect(await commands.add(other, request('key'))).toEqual({ kind: 'repeated', answer: { id: 'key' } });
    expect(await commands.add(other, request('key', { kind: 'resume' }))).toEqual({ kind: 'reused' });
    expect(await commands.waiting(tenantId)).toEqual([one]);
  });

  it('wait until they are answered or expire', async () => {
    const { one, tenantId, answer } = await added();
    const two = await added(tenantId);
    expect(await commands.waiting(tenantId)).toEqual([one, two.one]);
    await answer();
    expect(await commands.waiting(tenantId)).toEqual([two.one]);
    await commands.expire(two.one);
    expect(await commands.waiting(tenantId)).toEqual([]);
    expect((await two.found())?.state).toBe('expired');
  });

  it('keep their first answer, though it comes late, and take none of another box', async () => {
    const { one, answer, found } = await added();
    expect(await answer({}, newId('box'))).toBe(false);
    await commands.expire(one);
    expect(await answer({ text: 'EUR 12.30' })).toBe(true);
    expect(await answer({ outcome: 'failed', text: 'no' })).toBe(true);
    await commands.expire(one);
    expect(await found()).toEqual({ ...one, state: 'done', text: 'EUR 12.30', answeredAt: at });
  });
});
