import type { NumberChoices } from '../choices/ports.ts';
import type { Message } from '../model.ts';
import type { Messages, RulesNow } from '../ports.ts';

/** What stands against a message's leaving its lane now. */
export type Objection =
  /** it never leaves; its credits come back */
  | { readonly to: 'expired' | 'cancelled' | 'failed'; readonly detail?: string }
  /** it is looked at again then, or earlier */
  | { readonly until: Date; readonly detail: string };

export interface Departing {
  readonly message: Message;
  readonly now: Date;
  readonly rules: RulesNow;
}

/** Asked of each message of a batch before it leaves. */
export interface BatchStops {
  isStopped(tenantId: string, batchId: string): Promise<boolean>;
}

export interface DepartureDependencies {
  readonly messages: Pick<Messages, 'step' | 'hold'>;
  readonly choices: Pick<NumberChoices, 'find'>;
  readonly batchStops: BatchStops;
}

/** One thing that decides whether and when a message may leave. */
export type DepartureCheck = (
  departing: Departing,
  dependencies: DepartureDependencies,
) => Objection | undefined | Promise<Objection | undefined>;
