import {
  type BatchDay,
  type Booking,
  bookingDay,
  type Closing,
  type DayTotal,
} from '../../functions/domain/credits/ledger.ts';
import type { Ledger } from '../../functions/domain/credits/statement/ports.ts';

/** A wallet and its ledger in memory, kept as the table keeps them: no write knows what is left. */
export function memoryLedger() {
  const bookings: Booking[] = [];
  const totals = new Map<string, { credits: number; messages: number }>();
  const closings = new Map<string, Closing>();
  const batchDays = new Map<string, BatchDay>();
  const wallet = { granted: 0, available: 0, reserved: 0, consumed: 0 };

  const ledger: Ledger = {
    bookings: async () => bookings.toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    closings: async (_, from, to) => [...closings.values()].filter(({ day }) => day >= from && day <= to),
    closingBefore: async (_, before) =>
      [...closings.values()].filter(({ day }) => day < before).toSorted((a, b) => (a.day < b.day ? 1 : -1))[0],
    totals: async (_, __, days): Promise<DayTotal[]> =>
      days.flatMap((day) => {
        const total = totals.get(day);
        return total ? [{ day, ...total }] : [];
      }),
    close: async (_, closing) => void (closings.has(closing.day) || closings.set(closing.day, closing)),
    batchDays: async (_, __, from, to) =>
      [...batchDays]
        .filter(([, { day }]) => day >= from && day <= to)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([, had]) => had),
    batches: async (_, ids) =>
      ids.map((batchId) => ({ batchId, name: `Of ${batchId}`, acceptedAt: '', by: 'emp_1', byName: 'Anna' })),
    charges: async () => ({ items: [] }),
  };

  const move = (from: 'available' | 'reserved', to: 'available' | 'reserved' | 'consumed', credits: number) => {
    wallet[from] -= credits;
    wallet[to] += credits;
  };
  const onDay = (batchId: string, at: Date, had: Partial<BatchDay>) => {
    const day = bookingDay(at);
    const before = batchDays.get(`${day} ${batchId}`);
    const sum = (of: 'reserved' | 'returned' | 'credits' | 'messages') => (before?.[of] ?? 0) + (had[of] ?? 0);
    const sums = { reserved: sum('reserved'), returned: sum('returned'), credits: sum('credits') };
    batchDays.set(`${day} ${batchId}`, { batchId, day, ...sums, messages: sum('messages') });
  };

  return {
    ledger,
    wallet,
    closings,
    book(credits: number, at: Date): void {
      const kind = credits > 0 ? 'grant' : 'correction';
      const booking = {
        tenantId: 'ten_1',
        bookingId: `${bookings.length}`,
        kind,
        credits,
        reason: 'Test',
        by: 'emp_1',
      } as const;
      if (wallet.available + credits < 0) return;
      bookings.push({ ...booking, at: at.toISOString() });
      wallet.granted += credits;
      wallet.available += credits;
    },
    reserve(credits: number): boolean {
      if (wallet.available < credits) return false;
      move('available', 'reserved', credits);
      return true;
    },
    release: (credits: number): void => move('reserved', 'available', credits),
    acceptBatch(batchId: string, credits: number, at: Date): boolean {
      if (wallet.available < credits) return false;
      move('available', 'reserved', credits);
      onDay(batchId, at, { reserved: credits });
      return true;
    },
    releaseOfBatch(batchId: string, credits: number, at: Date): void {
      move('reserved', 'available', credits);
      onDay(batchId, at, { returned: credits });
    },
    consumeOfBatch(batchId: string, credits: number, at: Date): void {
      move('reserved', 'consumed', credits);
      onDay(batchId, at, { credits, messages: 1 });
    },
    consume(credits: number, at: Date): void {
      move('reserved', 'consumed', credits);
      const day = bookingDay(at);
      const { credits: before = 0, messages = 0 } = totals.get(day) ?? {};
      totals.set(day, { credits: before + credits, messages: messages + 1 });
    },
  };
}
