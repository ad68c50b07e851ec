import type { Principal } from '../domain/access/principal.ts';
import {
  changeEntry,
  createEntry,
  type EntryDependencies,
  findEntry,
  removeEntry,
} from '../domain/directory/entries/keep-entry.ts';
import { listEntries } from '../domain/directory/entries/list-entries.ts';
import type { Entry } from '../domain/directory/entries/model.ts';
import { DomainError } from '../domain/shared/domain-error.ts';
import { actorOf } from './actor.ts';
import { placesOf } from './cursor.ts';

interface Request {
  readonly principal: Principal;
  readonly requestId: string;
  readonly address: string;
}
interface PageRequest extends Request {
  readonly query: {
    readonly limit: number;
    readonly cursor?: string | undefined;
    readonly search?: string | undefined;
  };
}

/** What the routes of each kind of entry do alike. `belongs` is false for an entry that lies elsewhere than the path says. */
export function entryHandlers<F extends object>(deps: EntryDependencies<F>) {
  const { entries } = deps;

  async function find({ principal }: Request, id: string, belongs: (fields: F) => boolean = () => true) {
    const entry = await findEntry(entries, principal.tenantId, id);
    if (!belongs(entry.fields)) throw new DomainError('not-found');
    return entry;
  }

  return {
    find,
    async create(request: Request & { readonly idempotencyKey: string }, fields: F, path: string) {
      const entry = await createEntry(deps, actorOf(request), fields, request.idempotencyKey);
      return { body: shown(entry), headers: { ...etag(entry), location: `${path}/${entry.id}` } };
    },
    async page({ principal: { tenantId, tenant }, query }: PageRequest, list: string) {
      const { limit, cursor, search } = query;
      const { place: after, more } = placesOf(cursor, tenant.cursorKey);
      const { items, next } = await listEntries(entries, tenantId, list, { limit, after, search });
      return { body: { items: items.map(shown), ...more(next) } };
    },
    get: async (request: Request, id: string, belongs?: (fields: F) => boolean) =>
      answer(await find(request, id, belongs)),
    async change(request: Request & { readonly version: number }, before: Entry<F>, fields: F) {
      return answer(await changeEntry(deps, actorOf(request), before, request.version, fields));
    },
    async remove(request: Request & { readonly version: number }, entry: Entry<F>) {
      await removeEntry(deps, actorOf(request), entry, request.version);
      return { body: undefined };
    },
  };
}

/** An entry as the API shows it. */
function shown<F extends object>({ id, version, createdAt, changedAt, changedBy, fields }: Entry<F>) {
  return { ...fields, id, version, createdAt, changedAt, changedBy };
}

function answer<F extends object>(entry: Entry<F>) {
  return { body: shown(entry), headers: etag(entry) };
}

export const etag = ({ version }: Pick<Entry<unknown>, 'version'>) => ({ etag: `"${version}"` });
