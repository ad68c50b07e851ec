import { type Booking, bookingDay, type Closing, type DayTotal } from '../../functions/domain/credits/ledger.ts';
import type { Ledger } from '../../functions/domain/credits/statement/ports.ts';

/** A wallet and its ledger in memory, kept as the table keeps them: no write knows what is left. */
export function memoryLedger() {
  const bookings: Booking[] = [];
  const totals = new Map<string, { credits: number; messages: number }>();
  const closings = new Map<string, Closing>();
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
    charges: async () => ({ items: [] }),
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
      wallet.available -= credits;
      wallet.reserved += credits;
      return true;
    },
    release(credits: number): void {
      wallet.reserved -= credits;
      wallet.available += credits;
    },
    consume(credits: number, at: Date): void {
      wallet.reserved -= credits;
      wallet.consumed += credits;
      const day = bookingDay(at);
      const { credits: before = 0, messages = 0 } = totals.get(day) ?? {};
      totals.set(day, { credits: before + credits, messages: messages + 1 });
    },
  };
}
