import { messageReason } from '../../../contract/message-reasons.ts';
import type { Clock } from '../agent/environment.ts';
import { createSerial } from '../agent/serial.ts';
import { WakeUp } from '../agent/wake-up.ts';
import { LIMITS } from './limits.ts';
import { createLineReader } from './line-reader.ts';
import { createLull } from './lull.ts';
import { createSorter, type Unsolicited } from './unsolicited.ts';

/** The port is gone; what was being said to the modem is cut off. */
export class PortLost extends Error {
  override readonly name = 'PortLost';
}
/** The modem said nothing that helps within the time. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

export type Incoming = { readonly kind: 'line'; readonly line: string } | { readonly kind: 'prompt' };

/** A time for one step, told by a timer: the clock of a box without a battery jumps. */
export interface Limit extends Disposable {
  readonly passed: boolean;
  /** what had to come */
  readonly what: string;
}

/** The modem to oneself, within `Channel.exclusive`. */
export interface Conversation {
  readonly clock: Clock;
  limit(ms: number, what: string): Limit;
  /** Throws PortLost when the port is known to be gone: then nothing was written. */
  write(text: string): void;
  /** The next line that is not unsolicited, or the prompt. Rejects with NoAnswer at the limit, or PortLost. */
  next(limit: Limit): Promise<Incoming>;
  /** Drops what has come and was not asked for by `next`, and returns it. */
  discard(): readonly Incoming[];
}

export interface Channel {
  /** Runs tasks one after the other, in the order of asking. A NoAnswer that leaves the task ends the channel. */
  exclusive<T>(task: (conversation: Conversation) => Promise<T>): Promise<T>;
  /** Resolves once nobody has spoken, or asked to speak, to the modem for `LIMITS.quiet`; and when the channel ends. */
  quiet(): Promise<void>;
  receive(bytes: Uint8Array): void;
  /** Everything that waits, and all that comes later, rejects with PortLost. */
  end(reason: string): void;
  /** resolves with the reason */
  readonly ended: Promise<string>;
}

export interface ChannelOptions {
  readonly clock: Clock;
  write(bytes: Uint8Array): Promise<void>;
  onUnsolicited(event: Unsolicited): void;
  /** every other line, whether or not anybody waits for it */
  onLine?(line: string): void;
}

export function createChannel({ clock, write, onUnsolicited, onLine }: ChannelOptions): Channel {
  const ended = Promise.withResolvers<string>();
  const arrived: Incoming[] = [];
  let lost: PortLost | undefined;
  /** called when something arrives, and when the port is lost */
  const arrival = new WakeUp(clock);
  const inTurn = createSerial();
  const lull = createLull(clock, LIMITS.quiet);

  function arrive(incoming: Incoming): void {
    arrived.push(incoming);
    arrival.call();
  }
  const sort = createSorter({
    onAnswer(line) {
      onLine?.(line);
      arrive({ kind: 'line', line });
    },
    onUnsolicited,
  });
  const read = createLineReader({ onLine: sort, onPrompt: () => arrive({ kind: 'prompt' }) });

  function end(reason: string): void {
    if (lost) return;
    lost = new PortLost(reason);
    ended.resolve(reason);
    arrival.call();
    lull.over();
  }

  function limit(ms: number, what: string): Limit {
    let passed = false;
    const cancel = clock.after(ms, () => {
      passed = true;
      arrival.call();
    });
    return {
      what,
      get passed() {
        return passed;
      },
      [Symbol.dispose]: cancel,
    };
  }

  const conversation: Conversation = {
    clock,
    limit,
    write(text) {
      if (lost) throw lost;
      write(Buffer.from(text, 'latin1')).catch((error: Error) => end(error.message));
    },
    async next(within) {
      while (arrived.length === 0 && !lost && !within.passed) await arrival.wait(undefined);
      const incoming = arrived.shift();
      if (incoming) return incoming;
      throw lost ?? new NoAnswer(messageReason('noAnswer', { what: within.what }));
    },
    discard: () => arrived.splice(0),
  };

  return {
    receive: read,
    end,
    ended: ended.promise,
    quiet: () => lull.wait(),
    exclusive(task) {
      lull.began();
      return inTurn(async () => {
        try {
          if (lost) throw lost;
          arrived.length = 0;
          return await task(conversation);
        } catch (error) {
          if (error instanceof NoAnswer) end(error.message);
          throw error;
        } finally {
          lull.ended();
        }
      });
    },
  };
}
