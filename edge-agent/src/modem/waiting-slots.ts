import type { Clock } from '../agent/environment.ts';
import type { Channel } from './channel.ts';
import { LIMITS } from './limits.ts';

/** What was announced to lie in the modem's memories and has not been read yet. */
export interface WaitingSlots {
  note(memory: string, index: number): void;
  /** All that wait, by memory; they wait no longer. */
  take(): ReadonlyMap<string, readonly number[]>;
  /** These were read without having been taken. */
  forget(memory: string, indexes: readonly number[]): void;
  /** How many slots of the memory are free. */
  counted(memory: string, free: number): void;
}

export interface WaitingSlotsOptions {
  readonly clock: Clock;
  readonly channel: Channel;
  /** Those that wait are to be read now. */
  readonly onDue: () => void;
}

/** So many wait at most in one memory. */
const MOST_WAITING = 10;
/** The smallest memories have ten slots; so many are taken to be free in one that was not counted yet. */
const UNCOUNTED = 10;

/**
 * Reading and deleting one report takes a 115200 baud line 10 ms, which the next text would have to wait. So they wait
 * until nobody speaks to the modem; not longer than `LIMITS.stored`, nor until half of the free slots are used.
 */
export function createWaitingSlots({ clock, channel, onDue }: WaitingSlotsOptions): WaitingSlots {
  const waiting = new Map<string, Set<number>>();
  const freeSlots = new Map<string, number>();
  let cancelTimer: (() => void) | undefined;
  let quietAwaited = false;

  function stopTimer(): void {
    cancelTimer?.();
    cancelTimer = undefined;
  }
  async function whenQuiet(): Promise<void> {
    if (quietAwaited) return;
    quietAwaited = true;
    await channel.quiet();
    quietAwaited = false;
    if (waiting.size > 0) onDue();
  }
  void channel.ended.then(stopTimer);

  return {
    note(memory, index) {
      const slots = waiting.get(memory) ?? new Set();
      waiting.set(memory, slots.add(index));
      if (slots.size >= Math.min(MOST_WAITING, (freeSlots.get(memory) ?? UNCOUNTED) / 2)) return onDue();
      cancelTimer ??= clock.after(LIMITS.stored, onDue);
      void whenQuiet();
    },
    take() {
      stopTimer();
      const taken = new Map([...waiting].map(([memory, slots]) => [memory, [...slots]]));
      waiting.clear();
      return taken;
    },
    forget(memory, indexes) {
      const slots = waiting.get(memory);
      for (const index of indexes) slots?.delete(index);
      if (slots?.size === 0) waiting.delete(memory);
    },
    counted: (memory, free) => void freeSlots.set(memory, free),
  };
}
