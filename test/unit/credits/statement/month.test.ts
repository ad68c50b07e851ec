import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookingDay } from '../../../../functions/domain/credits/ledger.ts';
import { closeDays } from '../../../../functions/domain/credits/statement/close-days.ts';
import { BATCH_LINES } from '../../../../functions/domain/credits/statement/lines.ts';
import { monthlyStatement } from '../../../../functions/domain/credits/statement/month.ts';
import { memoryLedger } from '../../../support/memory-ledger.ts';
import { aTenant } from '../../../support/principal.ts';

const HOUR = 3_600_000;
const tenants = { find: async () => aTenant };
const purse = { tenantId: 'ten_1', shards: 1 };
const at = (text: string) => new Date(text);
const clockAt = (moment: Date) => ({ now: () => moment });

describe('a statement', () => {
  it('E0-9 has grants and corrections at their moment, single messages as one line a day, and the balance after each', async () => {
    const { ledger, ...made } = memoryLedger();
    made.book(100, at('2026-10-30T10:00:00Z'));
    for (const day of ['31', '31']) if (made.reserve(2)) made.consume(2, at(`2026-10-${day}T12:00:00Z`));
    made.reserve(3);
    made.consume(3, at('2026-11-02T09:00:00Z'));
    made.book(50, at('2026-11-02T11:00:00Z'));
    made.book(-6, at('2026-11-02T12:00:00Z'));
    const statement = await monthlyStatement({ ledger, clock: clockAt(at('2026-11-05T00:00:00Z')) }, purse, '2026-11');
    expect(statement).toMatchObject({ opening: 96, balance: 137 });
    expect(statement.lines).toMatchObject([
      { kind: 'grant', day: '2026-11-02', credits: 50, balance: 146, reason: 'Test', by: 'operator' },
      { kind: 'correction', day: '2026-11-02', credits: -6, balance: 140 },
      { kind: 'messages', day: '2026-11-02', credits: -3, messages: 1, balance: 137, complete: false },
    ]);
  });

  it('E0-9 has a line for what each batch had on a day: who accepted it, what it set aside, used up and gave back', async () => {
    const { ledger, ...made } = memoryLedger();
    made.book(100, at('2026-11-02T09:00:00Z'));
    made.acceptBatch('bat_1', 60, at('2026-11-02T10:00:00Z'));
    made.reserve(1);
    made.consume(1, at('2026-11-02T11:00:00Z'));
    for (const day of ['02', '02', '03']) made.consumeOfBatch('bat_1', 2, at(`2026-11-${day}T12:00:00Z`));
    made.releaseOfBatch('bat_1', 50, at('2026-11-03T13:00:00Z'));
    const statement = await monthlyStatement({ ledger, clock: clockAt(at('2026-11-05T00:00:00Z')) }, purse, '2026-11');
    const whose = { kind: 'batch', batchId: 'bat_1', name: 'Of bat_1', by: 'emp_1', byName: 'Anna' };
    expect(statement.lines).toMatchObject([
      { kind: 'grant', credits: 100, balance: 100 },
      { ...whose, day: '2026-11-02', credits: -4, messages: 2, reserved: 60, returned: 0, balance: 96 },
      { kind: 'messages', day: '2026-11-02', credits: -1, messages: 1, balance: 95 },
      { ...whose, day: '2026-11-03', credits: -2, messages: 1, reserved: 0, returned: 50, balance: 93 },
    ]);
    expect(statement.balance).toBe(made.wallet.available + made.wallet.reserved);
  });

  it('has a line for each of the first 100 batches of a day, and one for all others', async () => {
    const { ledger, ...made } = memoryLedger();
    const day = at('2026-11-02T10:00:00Z');
    made.book(1000, day);
    for (let number = 0; number < BATCH_LINES + 3; number += 1) {
      const batchId = `bat_${String(number).padStart(3, '0')}`;
      made.acceptBatch(batchId, 3, day);
      made.consumeOfBatch(batchId, 2, day);
    }
    const { lines, balance } = await monthlyStatement({ ledger, clock: clockAt(day) }, purse, '2026-11');
    expect(lines).toHaveLength(1 + 100 + 1);
    expect(lines.at(-2)).toMatchObject({ kind: 'batch', batchId: 'bat_099', credits: -2, balance: 800 });
    expect(lines.at(-1)).toEqual({
      ...{ kind: 'batches', batches: 3, day: '2026-11-02', credits: -6, messages: 3, reserved: 9, returned: 0 },
      ...{ balance: 794, complete: false },
    });
    expect(balance).toBe(794);
  });

  it('counts by days of where the agency is', () => {
    expect(bookingDay(at('2026-10-31T23:30:00Z'))).toBe('2026-11-01');
    expect(bookingDay(at('2026-06-30T21:59:00Z'))).toBe('2026-06-30');
    expect(bookingDay(at('2026-06-30T22:00:00Z'))).toBe('2026-07-01');
  });

  it('is empty for a month to come, and for an agency without credits', async () => {
    const { ledger, book } = memoryLedger();
    const clock = clockAt(at('2026-11-05T00:00:00Z'));
    expect(await monthlyStatement({ ledger, clock }, purse, '2026-11')).toMatchObject({ lines: [], balance: 0 });
    book(5, at('2026-11-01T10:00:00Z'));
    expect((await monthlyStatement({ ledger, clock }, purse, '2026-12')).lines).toEqual([]);
  });

  it('a day is closed once it can change no more, and never again', async () => {
    const { ledger, closings, ...made } = memoryLedger();
    made.book(10, at('2026-11-01T10:00:00Z'));
    const close = (now: string) => closeDays({ ledger, tenants, clock: clockAt(at(now)) }, 'ten_1');
    await close('2026-11-01T23:05:00Z'); // five past midnight in Amsterdam
    expect([...closings]).toEqual([]);
    await close('2026-11-01T23:15:00Z');
    await close('2026-11-03T12:00:00Z');
    expect([...closings.values()]).toEqual([
      { day: '2026-11-01', credits: 0, messages: 0, balance: 10 },
      { day: '2026-11-02', credits: 0, messages: 0, balance: 10 },
    ]);
  });
});

const step = fc.oneof(
  fc.record({
    do: fc.constant('book' as const),
    credits: fc.integer({ min: -40, max: 60 }).filter((some) => some !== 0),
  }),
  fc.record({
    do: fc.constantFrom(
      ...(['reserve', 'release', 'consume', 'accept-batch', 'release-of-batch', 'consume-of-batch'] as const),
    ),
    credits: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ do: fc.constantFrom('close' as const, 'wait' as const), credits: fc.integer({ min: 1, max: 30 }) }),
);

it('E0-9 whatever happens in whichever order, each balance follows from the lines, and the last one is what the wallet has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const { ledger, wallet, ...made } = memoryLedger();
      const open: number[] = [];
      const batches: { id: string; left: number }[] = [];
      let now = at('2026-10-25T06:00:00Z');
      for (const { do: act, credits } of steps) {
        if (act === 'book') made.book(credits, now);
        if (act === 'reserve' && made.reserve(credits)) open.push(credits);
        if (act === 'release') made.release(open.pop() ?? 0);
        if (act === 'consume' && open.length > 0) made.consume(open.shift() ?? 0, now);
        if (act === 'accept-batch') {
          const id = `bat_${batches.length}`;
          if (made.acceptBatch(id, credits, now)) batches.push({ id, left: credits });
        }
        // Of any batch, in any order: one may be stopped while another goes on, and fail days after it was accepted.
        const batch = batches[credits % Math.max(1, batches.length)];
        if (batch && (act === 'release-of-batch' || act === 'consume-of-batch')) {
          const some = Math.min(batch.left, credits);
          batch.left -= some;
          made[act === 'release-of-batch' ? 'releaseOfBatch' : 'consumeOfBatch'](batch.id, some, now);
        }
        if (act === 'close') await closeDays({ ledger, tenants, clock: clockAt(now) }, 'ten_1');
        if (act === 'wait') now = new Date(now.getTime() + credits * HOUR);
      }
      const statement = (month: string) => monthlyStatement({ ledger, clock: clockAt(now) }, purse, month);
      const months = ['2026-10', '2026-11', '2026-12', '2027-01'].filter((one) => one <= bookingDay(now).slice(0, 7));
      let before = 0;
      let ofBatches = 0;
      for (const month of months) {
        const { opening, lines, balance } = await statement(month);
        expect(opening).toBe(before);
        for (const line of lines) {
          before += line.credits;
          expect(line.balance).toBe(before);
          if (line.kind === 'batch') ofBatches += line.reserved - line.returned + line.credits;
        }
        expect(balance).toBe(before);
      }
      expect(before).toBe(wallet.available + wallet.reserved);
      // What batches set aside, and neither used up nor gave back, is what they still have reserved.
      expect(ofBatches).toBe(batches.reduce((sum, { left }) => sum + left, 0));
      expect(wallet.granted).toBe(wallet.available + wallet.reserved + wallet.consumed);
    }),
    { numRuns: 300 },
  );
});
