import type { BoxCommand, BoxCommands } from '../../functions/domain/edge/commands.ts';
import type { BoxHealth, BoxKey, Healths } from '../../functions/domain/edge/health.ts';

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
  return {
    rows,
    async add(command, _request) {
      rows.set(command.command.commandId, command);
      return { kind: 'first' };
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
