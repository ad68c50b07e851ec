import type { selectionRoutes } from '../../contract/routes/batches/selections.ts';
import { MAX_SELECTIONS } from '../../contract/routes/batches/selections.ts';
import {
  addMembers,
  createSelection,
  findSelection,
  type KeepSelectionDependencies,
  mayRead,
  removeMembers,
  removeSelection,
  renameSelection,
} from '../domain/messaging/selections/keep-selection.ts';
import { describeSelection } from '../domain/messaging/selections/model.ts';
import { actingOf } from './actor.ts';
import type { Handlers } from './api.ts';
import { placesOf } from './cursor.ts';

/** Kept selections, each its owner's alone. */
export function selectionHandlers(keep: KeepSelectionDependencies): Handlers<typeof selectionRoutes> {
  const { selections, records } = keep;
  return {
    async createSelection(request) {
      return {
        body: describeSelection(await createSelection(keep, actingOf(request), request.body, request.idempotencyKey)),
      };
    },
    async listSelections({ principal: { tenantId, id } }) {
      return { body: { items: (await selections.list(tenantId, id, MAX_SELECTIONS)).map(describeSelection) } };
    },
    async getSelection({ principal, params: { selectionId } }) {
      return { body: describeSelection(await findSelection(keep, principal, selectionId)) };
    },
    async renameSelection(request) {
      const { params, body } = request;
      return { body: describeSelection(await renameSelection(keep, actingOf(request), params.selectionId, body.name)) };
    },
    async removeSelection(request) {
      await removeSelection(keep, actingOf(request), request.params.selectionId);
      return { body: undefined };
    },
    async listMembers({ principal, params: { selectionId }, query: { limit, cursor } }) {
      const { tenantId, tenant } = principal;
      const selection = await findSelection(keep, principal, selectionId);
      const ids = [...(await selections.members(selection)).values()].flat().toSorted();
      const { place: after, more } = placesOf(cursor, tenant.cursorKey);
      const rest = after === undefined ? ids : ids.filter((id) => id > after);
      const page = rest.slice(0, limit);
      // Who may no longer see such records still sees whom the selection holds, by their ids.
      const found = mayRead(principal, selection.kind)
        ? await Promise.all(page.map((id) => records.find(tenantId, id, false)))
        : [];
      const items = page.map((id, index) => {
        const name = found[index]?.values[`${selection.kind}.name`];
        return { id, ...(name !== undefined && { name }) };
      });
      const last = page.at(-1);
      const isLast = rest.length === page.length;
      return {
        body: { items, ...more(isLast ? undefined : last) },
      };
    },
    async addMembers(request) {
      const { params, body } = request;
      return { body: describeSelection(await addMembers(keep, actingOf(request), params.selectionId, body.ids)) };
    },
    async removeMembers(request) {
      const { params, body } = request;
      return { body: describeSelection(await removeMembers(keep, actingOf(request), params.selectionId, body.ids)) };
    },
    async clearSelection(request) {
      return {
        body: describeSelection(await removeMembers(keep, actingOf(request), request.params.selectionId, 'all')),
      };
    },
  };
}
