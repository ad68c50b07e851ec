import type { BoxCommand, BoxCommands } from '../../functions/domain/edge/commands.ts';
import type { BoxHealth, BoxKey, Healths } from '../../functions/domain/edge/health.ts';
import type { Box } from '../../functions/domain/messaging/model.ts';
import { type Boxes, HINTS_KEPT, type Lease } from '../../functions/domain/messaging/ports.ts';
import type { IdempotentRequest } from '../../functions/domain/shared/idempotency.ts';

/** How boxes are, in memory. */
export function memoryHealths(): Healths & { readonly rows: Map<string, BoxHealth> } {
  const rows = new Map<string, BoxHealth>();
  const put = ({ tenantId, boxId }: BoxKey, change: Partial<BoxHealth>) => {
    const known = rows.get(boxId) ?? { tenantId, boxId, heardAt: '', complaints: {} };
    rows.set(boxId, { ...known, ...change });
  };
  return {
    rows,
    find: async ({ boxId }) => rows.get(boxId),
    list: async (tenantId) => [...rows.values()].filter((row) => row.tenantId === tenantId),
    heard: async (box, at) => put(box, { heardAt: at.toISOString() }),
    keep: async (box, report, heardAt) => put(box, { report, heardAt: heardAt.toISOString() }),
    complain: async (known, complaints) => put(known, { complaints }),
  };
}

/** What boxes were asked to do, in memory. */
export function memoryCommands(): BoxCommands & { readonly rows: Map<string, BoxCommand> } {
  const rows = new Map<string, BoxCommand>();
  const answers = new Map<string, object>();
  return {
    rows,
    async add(command, { key, answer }) {
      answers.set(key, answer);
      rows.set(command.command.commandId, command);
      return { kind: 'first' };
    },
    async earlier<A extends object>(_: string, { key }: IdempotentRequest<A>) {
      const answer = answers.get(key);
      return answer && { kind: 'repeated', answer: answer as A };
    },
    find: async (_, boxId, id) => (rows.get(id)?.boxId === boxId ? rows.get(id) : undefined),
    waiting: async () => [...rows.values()].filter(({ state }) => state === 'waiting'),
    async answer(_, boxId, { commandId, outcome, text, at }) {
      const row = rows.get(commandId);
      if (row?.boxId !== boxId) return false;
      if (row.state === 'waiting' || row.state === 'expired')
        rows.set(commandId, { ...row, state: outcome, answeredAt: at, ...(text !== undefined && { text }) });
      return true;
    },
    async expire(command) {
      rows.set(command.command.commandId, { ...command, state: 'expired' });
    },
  };
}

/** Boxes and who fills them just now, in memory. */
export function memoryBoxTable(): Boxes & { put(box: Box): void } {
  const rows = new Map<string, { box: Box; lease?: Lease; again?: boolean; hints: string[] }>();
  return {
    put: (box) => void rows.set(box.boxId, { box, hints: [] }),
    list: async () => [...rows.values()].map(({ box }) => box),
    find: async (_, boxId) => rows.get(boxId)?.box,
    async change(known, next) {
      const row = rows.get(known.boxId);
      if (row?.box.version !== known.version) return false;
      row.box = { ...next, version: known.version + 1 };
      return true;
    },
    async lease({ boxId }, lease) {
      const row = rows.get(boxId);
      if (!row) throw new Error('no such box');
      if (row.lease && row.lease.until >= lease.from) {
        row.again = true;
        row.hints = [...new Set([...row.hints, ...lease.hints])].slice(0, HINTS_KEPT);
        return 'busy';
      }
      rows.set(boxId, { box: row.box, lease, hints: [] });
      return 'leased';
    },
    async release({ boxId }, lease) {
      const row = rows.get(boxId);
      if (row?.lease?.owner !== lease.owner) return undefined;
      const { again, hints, box } = row;
      rows.set(boxId, again ? { box, lease, hints: [] } : { box, hints: [] });
      return again ? hints : undefined;
    },
  };
}
