import { describe, expect, it } from 'vitest';
import { messageOnTable } from '../../support/message-on-table.ts';
import { useTable } from '../../support/table.ts';
import { meter } from '../../support/write-units.ts';

const { table, client } = useTable();
const counted = meter(client);
const setUp = () => messageOnTable(table);
/** Races are run so often; each is a few milliseconds. */
const ROUNDS = 10;

describe('a cancelled message', () => {
  it('leaves its lane with its credits, in one conditional write', async () => {
    const { cancel, found, balance, lane } = await setUp();
    counted.read();
    await cancel();
    expect(counted.read().calls).toEqual({ GetItemCommand: 1, TransactWriteItemsCommand: 1 });
    expect((await found()).state).toBe('cancelled');
    expect(await balance()).toEqual({ granted: 10, available: 10, reserved: 0, consumed: 0 });
    expect(await lane()).toEqual([]);
  });

  it('is asked back by the next sweep, and ever more rarely, until the box answers', async () => {
    const { box, sent, given, attempt, claim, cancel, sweep, boxSays, found, balance, wait, cloud } = await setUp();
    await claim();
    await cancel();
    expect(await found()).toMatchObject({ state: 'handed-over', withdrawal: { to: 'cancelled' } });
    const asked = () => given('revoke').length;
    const counts: number[] = [];
    for (const minutes of [1, 1, 2, 2, 3]) {
      wait(minutes);
      await sweep();
      counts.push(asked());
    }
    expect(counts).toEqual([1, 1, 2, 2, 3]);
    expect(given('attempts')).toEqual([]);
    expect(sent.at(-1)?.downlink).toEqual({
      type: 'revoke',
      journalId: box.journalId,
      attempts: [{ attemptId: attempt('revoked').attemptId, notAfter: (await found()).expiresAt }],
    });
    await boxSays(attempt('received'), attempt('revoked'));
    expect(await found()).toMatchObject({ state: 'cancelled' });
    expect((await found()).withdrawal).toBeUndefined();
    expect(await balance()).toEqual({ granted: 10, available: 10, reserved: 0, consumed: 0 });
    expect(await cloud.workQueue.loadOf(box, 10)).toBe(0);
  });

  it('costs at most 36 write units from its acceptance to its end', async () => {
    const { attempt, handOver, cancel, sweep, boxSays, wait } = await setUp();
    /** as cost.test.ts has it */
    const accepting = 11;
    counted.read();
    await handOver();
    await boxSays(attempt('received'));
    await cancel();
    wait(1);
    await sweep();
    await boxSays(attempt('revoked'));
    expect(accepting + counted.read().units).toBeLessThanOrEqual(36);
  });
});

describe('a cancel that meets', () => {
  it('a claim: the message is cancelled, or the box is asked for it; never both, never neither', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { claim, cancel, found, balance } = await setUp();
      const [claimed] = await Promise.all([claim(), cancel()]);
      const { state, withdrawal } = await found();
      if (claimed) expect({ state, withdrawal }).toEqual({ state: 'handed-over', withdrawal: { to: 'cancelled' } });
      else expect(state).toBe('cancelled');
      expect((await balance()).reserved).toBe(claimed ? 1 : 0);
    }
  });

  it('B1 the news that it was submitted: that is what counts, and is paid for once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { attempt, claim, cancel, boxSays, found, balance } = await setUp();
      await claim();
      const submitted = { ...attempt('received'), type: 'submitted', parts: 1, partsSubmitted: 1 } as const;
      const refused = await Promise.all([cancel().catch((error: { code: string }) => error.code), boxSays(submitted)]);
      const { state, withdrawal, timeline } = await found();
      expect({ state, withdrawal }).toEqual({ state: 'submitted' });
      const tooLate = timeline.some(({ event }) => event === 'cancel-requested');
      expect(refused[0]).toBe(tooLate ? undefined : 'message-not-cancellable');
      expect(await balance()).toEqual({ granted: 10, available: 9, reserved: 0, consumed: 1 });
    }
  });

  it('another cancel, and the answer of the box to it, which comes twice: the credits come back once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { attempt, claim, cancel, boxSays, found, balance } = await setUp();
      await claim();
      await cancel();
      await Promise.all([cancel(), boxSays(attempt('revoked')), boxSays(attempt('revoked'))]);
      expect((await found()).timeline.filter(({ event }) => event === 'cancelled')).toHaveLength(1);
      expect(await balance()).toEqual({ granted: 10, available: 10, reserved: 0, consumed: 0 });
    }
  });
});
