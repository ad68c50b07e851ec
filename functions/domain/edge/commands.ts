import type { AnsweredEvent, Command } from '../../../contract/edge.ts';
import type { COMMAND_STATES } from '../../../contract/routes/box-commands.ts';
import type { Idempotency, IdempotentRequest } from '../shared/idempotency.ts';

/** Something that a box was asked to do, and what came of it. */
export interface BoxCommand {
  readonly tenantId: string;
  readonly boxId: string;
  /** the journal that it is for: another disk never does it again */
  readonly journalId: string;
  readonly command: Command;
  readonly state: (typeof COMMAND_STATES)[number];
  readonly text?: string;
  readonly askedAt: string;
  /** the employee or API token */
  readonly askedBy: string;
  /** when the box was done with it, by its word */
  readonly answeredAt?: string;
}

export interface BoxCommands {
  /** A repeated request adds nothing and gives the first one's answer. */
  add<A extends object>(command: BoxCommand, request: IdempotentRequest<A>): Promise<Idempotency<A>>;
  /** What the first request with this key got, if there was one. */
  earlier<A extends object>(tenantId: string, request: IdempotentRequest<A>): Promise<Idempotency<A> | undefined>;
  find(tenantId: string, boxId: string, commandId: string): Promise<BoxCommand | undefined>;
  /** Those that no box has answered, up to 100 of them. */
  waiting(tenantId: string): Promise<BoxCommand[]>;
  /** The first answer counts, also when it comes too late. False when this box was never asked that. */
  answer(tenantId: string, boxId: string, event: AnsweredEvent): Promise<boolean>;
  expire(command: BoxCommand): Promise<void>;
}
