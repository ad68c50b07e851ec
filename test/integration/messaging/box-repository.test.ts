import { describe, expect, it } from 'vitest';
import { DAYS_AHEAD_AT_MOST } from '../../../contract/send-at.ts';
import { BoxRepository } from '../../../functions/adapters/dynamodb/box-repository.ts';
import { keys } from '../../../functions/adapters/dynamodb/keys.ts';
import { ProviderAccountRepository } from '../../../functions/adapters/dynamodb/provider-account-repository.ts';
import { HINTS_KEPT } from '../../../functions/domain/messaging/ports.ts';
import { newId, readyBox } from '../../support/messages.ts';
import { useTable } from '../../support/table.ts';
import { anAccount } from '../../support/web-providers/account.ts';

const { table } = useTable();
const boxes = new BoxRepository(table);
const accounts = new ProviderAccountRepository(table);
const at = (seconds: number) => new Date(Date.parse('2026-11-21T10:00:00.000Z') + seconds * 1000);
const lease = (owner: string, from = 0, hints: string[] = []) => ({
  owner,
  from: at(from),
  until: at(from + 10),
  hints,
});

async function someBox() {
  const box = readyBox({ tenantId: newId('ten') });
  expect(await boxes.add(box)).toBe(true);
  return box;
}

describe('boxes', () => {
  it('are kept as they are, each tenant its own, and none is made twice', async () => {
    const box = await someBox();
    expect(await boxes.find(box.tenantId, box.boxId)).toEqual(box);
    expect(await boxes.list(box.tenantId)).toEqual([box]);
    expect(await boxes.list(newId('ten'))).toEqual([]);
    expect(await boxes.add({ ...box, name: 'Another' })).toBe(false);
  });

  it('B1 change only as long as they are what they were read as, so that two hellos never both win', async () => {
    const box = await someBox();
    const raised = { ...box, epoch: 2, hellos: ['hello-1', 'hello-2'] };
    const both = await Promise.all([boxes.change(box, raised), boxes.change(box, { ...raised, hellos: ['hello-3'] })]);
    expect(both.filter(Boolean)).toHaveLength(1);
  });

  it('B1 stay in quarantine though another change was on its way', async () => {
    const box = await someBox();
    expect(await boxes.change(box, { ...box, quarantined: 'cloned' })).toBe(true);
    expect(await boxes.change(box, { ...box, confirmedEpoch: 2 })).toBe(false);
    const there = await boxes.find(box.tenantId, box.boxId);
    expect(there).toEqual({ ...box, quarantined: 'cloned', version: 1 });
    expect(there && (await boxes.change(there, box))).toBe(true);
    expect(await boxes.find(box.tenantId, box.boxId)).toEqual({ ...box, version: 2 });
  });
});

it('E4-8 a removed box and a removed account are remembered until the last message that may wait for them is too old', async () => {
  const box = await someBox();
  const { tenantId } = box;
  const account = anAccount({ tenantId, provider: 'websms' });
  const audit = { tenantId, subjectId: tenantId, auditId: newId('aud'), at: account.changedAt, by: 'emp_test' };
  await accounts.save(account, undefined, { ...audit, action: 'provider-account' });
  expect(await boxes.remove(box, at(0))).toBe(true);
  expect(await accounts.remove(account, at(0), { ...audit, auditId: newId('aud'), action: 'provider-removed' })).toBe(
    true,
  );
  const [LIFE, DAY] = [7 * 86_400, 86_400];
  for (const key of [keys.box(tenantId, box.boxId), keys.providerAccount(tenantId, 'websms')]) {
    const goesAt = Number((await table.get(key))?.['expiresAtSeconds']);
    expect(goesAt).toBeGreaterThan(at(0).getTime() / 1000 + DAYS_AHEAD_AT_MOST * DAY + LIFE);
  }
});

describe("a box's lease", () => {
  it('belongs to one at a time, and to the next when its time is over', async () => {
    const box = await someBox();
    const both = await Promise.all([boxes.lease(box, lease('a')), boxes.lease(box, lease('b'))]);
    expect(both.toSorted()).toEqual(['busy', 'leased']);
    expect(await boxes.lease(box, lease('c', 11))).toBe('leased');
    expect(await boxes.release(box, lease('a'))).toBeUndefined();
    expect(await boxes.lease(box, lease('d', 12))).toBe('busy');
  });

  it('is kept, with what was left behind, when somebody asked meanwhile', async () => {
    const box = await someBox();
    await boxes.lease(box, lease('a'));
    await boxes.lease(box, lease('b', 1, ['msg_1']));
    await boxes.lease(box, lease('c', 1, ['msg_2']));
    await boxes.lease(box, lease('d', 1));
    expect((await boxes.release(box, lease('a')))?.toSorted()).toEqual(['msg_1', 'msg_2']);
    await boxes.lease(box, lease('e', 1));
    expect(await boxes.release(box, lease('a'))).toEqual([]);
    expect(await boxes.release(box, lease('a'))).toBeUndefined();
    expect(await boxes.lease(box, lease('f', 2))).toBe('leased');
  });

  it('keeps 100 of the hints that are left, however many come at once, and that there is to be another look', async () => {
    const box = await someBox();
    await boxes.lease(box, lease('a'));
    const left = (one: number) =>
      boxes.lease(
        box,
        lease(
          `b${one}`,
          1,
          Array.from({ length: 7 }, () => newId('msg')),
        ),
      );
    expect(new Set(await Promise.all(Array.from({ length: 30 }, (_, one) => left(one))))).toEqual(new Set(['busy']));
    expect(await left(30)).toBe('busy');
    expect(await boxes.release(box, lease('a'))).toHaveLength(HINTS_KEPT);
    expect(await boxes.release(box, lease('a'))).toBeUndefined();
  });
});
