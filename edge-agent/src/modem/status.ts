import type { Clock } from '../agent/environment.ts';
import type { ModemStatus, PartOutcome } from '../ports.ts';

/** What is known of the modem, gathered where it is learned. */
export interface StatusBoard {
  read(): ModemStatus;
  set(change: Partial<ModemStatus>): void;
  /** Called after each change. */
  onChange(listener: () => void): void;
  /** the modem answered a look at it */
  heard(): void;
  failed(reason: string, code?: string): void;
  outcome(outcome: PartOutcome): void;
}

export function createStatusBoard(clock: Clock): StatusBoard {
  let status: ModemStatus = { state: 'starting', sim: 'unknown' };
  let listener = () => {};

  function set(change: Partial<ModemStatus>): void {
    status = { ...status, ...change };
    listener();
  }
  function failed(reason: string, code?: string): void {
    set({ lastError: { at: clock.now(), reason, ...(code !== undefined && { code }) } });
  }

  return {
    read: () => status,
    set,
    onChange(next) {
      listener = next;
    },
    heard: () => set({ lastHeardAt: clock.now() }),
    failed,
    outcome(outcome) {
      if (outcome.kind === 'submitted') set({ lastSuccessAt: clock.now() });
      else failed(outcome.reason, outcome.code);
    },
  };
}
