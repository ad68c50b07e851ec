import type { AnsweredEvent } from '../../../contract/edge.ts';
import type { BoxCommand, BoxCommands } from '../../domain/edge/commands.ts';
import { after, DAY } from '../../domain/shared/clock.ts';
import type { Idempotency, IdempotentRequest } from '../../domain/shared/idempotency.ts';
import { boxCommandOf } from './codecs/box-command.ts';
import { workQueueRowOf } from './codecs/work-queue.ts';
import { any, equals, missing } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { addOnce, earlierOf } from './idempotency.ts';
import { workQueues } from './index-keys.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** How long a command and its answer can be looked up. */
const RETENTION = 30 * DAY;
const WAITING_AT_MOST = 100;

export class BoxCommandRepository implements BoxCommands {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async add<A extends object>(asked: BoxCommand, request: IdempotentRequest<A>): Promise<Idempotency<A>> {
    const { tenantId, boxId, command } = asked;
    return addOnce(this.#table, tenantId, request, {
      put: {
        ...keys.boxCommand(tenantId, boxId, command.commandId),
        type: 'box-command',
        v: 1,
        ...asked,
        workQueue: workQueues.commands(tenantId),
        workOrder: command.commandId,
        expiresAtSeconds: epochSeconds(after(request.now, RETENTION)),
      },
      condition: missing('pk'),
    });
  }

  earlier<A extends object>(tenantId: string, request: IdempotentRequest<A>): Promise<Idempotency<A> | undefined> {
    return earlierOf(this.#table, tenantId, request);
  }

  async find(tenantId: string, boxId: string, commandId: string): Promise<BoxCommand | undefined> {
    const item = await this.#table.get(keys.boxCommand(tenantId, boxId, commandId));
    return item && boxCommandOf(item);
  }

  async waiting(tenantId: string): Promise<BoxCommand[]> {
    const { items } = await this.#table.query({
      index: 'workQueue',
      partition: { workQueue: workQueues.commands(tenantId) },
      limit: WAITING_AT_MOST,
    });
    const found = await Promise.all(items.map((row) => this.#table.get(workQueueRowOf(row))));
    // The index may still show what was answered meanwhile.
    return found.flatMap((item) => (item ? boxCommandOf(item) : [])).filter(({ state }) => state === 'waiting');
  }

  async answer(tenantId: string, boxId: string, event: AnsweredEvent): Promise<boolean> {
    const { commandId, outcome, text, at } = event;
    const result = await this.#table.write({
      update: keys.boxCommand(tenantId, boxId, commandId),
      change: {
        set: { state: outcome, answeredAt: at, ...(text !== undefined && { text }) },
        remove: ['workQueue', 'workOrder'],
      },
      condition: any(equals('state', 'waiting'), equals('state', 'expired')),
    });
    return result.done || result.refused[0]?.['pk'] !== undefined;
  }

  async expire({ tenantId, boxId, command }: BoxCommand): Promise<void> {
    await this.#table.write({
      update: keys.boxCommand(tenantId, boxId, command.commandId),
      change: { set: { state: 'expired' }, remove: ['workQueue', 'workOrder'] },
      condition: equals('state', 'waiting'),
    });
  }
}
