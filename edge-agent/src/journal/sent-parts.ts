import type { JournalRecord } from './records.ts';

const MINUTE_MS = 60_000;
/** Parts are counted by the second, so that a modem needs 60 numbers at most, however fast it is. */
const COUNTED_BY_MS = 1_000;

interface Sent {
  /** UTC, `2026-11-23` */
  day: string;
  onDay: number;
  /** newest last; `at` is the second's begin (epoch ms) */
  seconds: { at: number; parts: number }[];
}

/**
 * How many parts each modem was given, in the last minute and today (UTC, by the cloud's time): one for each `submitting`
 * record, as nobody knows what a SIM card's contract counts of those that came to nothing.
 */
export class SentParts {
  readonly #byModem = new Map<string, Sent>();

  /** @param at ISO 8601 */
  add(modem: string, at: string): void {
    const time = Date.parse(at);
    const { day, onDay, seconds } = this.#byModem.get(modem) ?? { day: '', onDay: 0, seconds: [] };
    const second = time - (time % COUNTED_BY_MS);
    const last = seconds.at(-1);
    this.#byModem.set(modem, {
      day: dayOf(time) > day ? dayOf(time) : day,
      onDay: dayOf(time) > day ? 1 : onDay + 1,
      seconds:
        last && last.at >= second
          ? [...seconds.slice(0, -1), { at: last.at, parts: last.parts + 1 }]
          : [...seconds.filter((one) => one.at + COUNTED_BY_MS + MINUTE_MS > second), { at: second, parts: 1 }],
    });
  }

  /** What a record of `records()` says. */
  restore({ modem, day, onDay, seconds }: Extract<JournalRecord, { type: 'sent' }>): void {
    const times = seconds.map(({ at, parts }) => ({ at: Date.parse(at), parts }));
    this.#byModem.set(modem, { day, onDay, seconds: times });
  }

  records(): JournalRecord[] {
    return [...this.#byModem].map(([modem, { day, onDay, seconds }]) => ({
      ...{ type: 'sent', modem, day, onDay },
      seconds: seconds.map(({ at, parts }) => ({ at: new Date(at).toISOString(), parts })),
    }));
  }

  /** @param now epoch ms */
  lastMinute(modem: string, now: number): number {
    const recent = this.#byModem.get(modem)?.seconds.filter(({ at }) => at + MINUTE_MS > now) ?? [];
    return recent.reduce((sum, { parts }) => sum + parts, 0);
  }

  /** @param now epoch ms */
  today(modem: string, now: number): number {
    const sent = this.#byModem.get(modem);
    return sent && dayOf(now) <= sent.day ? sent.onDay : 0;
  }

  /** When (epoch ms) fewer than `most` parts were given in the minute before. */
  minuteHasRoomAt(modem: string, most: number): number {
    let parts = 0;
    for (const second of this.#byModem.get(modem)?.seconds.toReversed() ?? []) {
      parts += second.parts;
      if (parts >= most) return second.at + COUNTED_BY_MS + MINUTE_MS;
    }
    return 0;
  }
}

/** UTC; days sort as they follow. */
function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 'yyyy-mm-dd'.length);
}
