import { messageReason } from '../../../contract/message-reasons.ts';
import type { Journal } from '../journal/journal.ts';
import type { AttemptState, JournalRecord } from '../journal/records.ts';
import type { CloudTime } from './cloud-time.ts';
import type { Clock, Log } from './environment.ts';
import { Heap } from './heap.ts';
import { WakeUp } from './wake-up.ts';

export interface LostCausesParts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly time: CloudTime;
  readonly log: Log;
  readonly maySend: () => boolean;
}

interface Ageing {
  readonly attemptId: string;
  /** epoch ms */
  readonly notAfter: number;
}

/** Of those that were sent so many are kept at most, and as many again as are open: they would stay for a week. */
const KEPT_ENDED = 100;

/** Ends the attempts that nothing will be sent for any more: too old, or for a modem that this box does not have. */
export class LostCauses {
  readonly #parts: LostCausesParts;
  readonly #wakeUp: WakeUp;
  /** the open attempts, the one that is the first too old at the head */
  #ageing = new Heap<Ageing>(byAge);
  readonly #without: { readonly attemptId: string; readonly modem: string }[] = [];
  #stopped = false;

  constructor(parts: LostCausesParts) {
    this.#parts = parts;
    this.#wakeUp = new WakeUp(parts.clock);
    const { journal } = parts;
    this.#watchAll();
    journal.onNewEvents((events) => {
      const received = events.filter((event) => event.type === 'received');
      for (const { attemptId } of received) this.#watch(journal.state.attempt(attemptId));
      if (this.#ageing.size > 2 * journal.state.openCount + KEPT_ENDED) this.#watchAll();
      if (received.length > 0) this.wake();
    });
  }

  wake(): void {
    this.#wakeUp.call();
  }

  /** This attempt is for a modem that the configuration does not name. */
  withoutModem(attemptId: string, modem: string): void {
    this.#without.push({ attemptId, modem });
    this.wake();
  }

  async run(): Promise<void> {
    const { journal, maySend, time } = this.#parts;
    while (!this.#stopped) {
      if (!maySend()) {
        await this.#wakeUp.wait(undefined);
        continue;
      }
      const records = [...this.#failed(), ...this.#expired()];
      if (records.length > 0) await journal.append(...records);
      const next = this.#ageing.first();
      await this.#wakeUp.wait(next && next.notAfter - time.now());
    }
  }

  stop(): void {
    this.#stopped = true;
    this.wake();
  }

  #watchAll(): void {
    this.#ageing = new Heap(byAge);
    for (const attempt of this.#parts.journal.state.openAttempts()) this.#watch(attempt);
  }

  #watch(attempt: AttemptState | undefined): void {
    if (attempt) this.#ageing.add({ attemptId: attempt.attemptId, notAfter: Date.parse(attempt.notAfter) });
  }

  #failed(): JournalRecord[] {
    const { journal, time, log } = this.#parts;
    return this.#without
      .splice(0)
      .filter(({ attemptId }) => journal.state.isOpen(attemptId))
      .flatMap(({ attemptId, modem }) => {
        // What an earlier start has sent of it stays as it is.
        const part = (journal.state.attempt(attemptId)?.parts.findIndex(({ state }) => state === 'waiting') ?? -1) + 1;
        if (part === 0) return [];
        log('no-such-modem', { attemptId, modem });
        const reason = messageReason('modemUnknown', { modem });
        return { type: 'refused', attemptId, part, at: time.stamp(), reason };
      });
  }

  #expired(): JournalRecord[] {
    const { journal, time, log } = this.#parts;
    const records: JournalRecord[] = [];
    for (let old = this.#ageing.first(); old && old.notAfter <= time.now(); old = this.#ageing.first()) {
      this.#ageing.take();
      if (!journal.state.isOpen(old.attemptId)) continue;
      records.push({ type: 'expired', attemptId: old.attemptId, at: time.stamp() });
      log('expired', { attemptId: old.attemptId });
    }
    return records;
  }
}

function byAge({ notAfter }: Ageing): number {
  return notAfter;
}
