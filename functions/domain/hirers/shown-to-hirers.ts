import type { PlacementFields } from '../../../contract/routes/directory/placements.ts';
import type { WorkerFields } from '../../../contract/routes/directory/workers.ts';
import type { Entry } from '../directory/entries/model.ts';

/**
 * All that hirers see of a worker, and the one place that decides it (G6). What is not named here is not shown: a new field
 * of a worker's file stays inside until somebody puts it on a list.
 */

/** In the list of workers. */
const IN_LISTS = ['givenName', 'infix', 'familyName'] as const;
/** In the view of one worker. The identity document is always shown: a hirer has to check who comes to work (E1-7). */
const ALWAYS = [...IN_LISTS, 'identityDocument'] as const;
/** With the worker's consent alone (E1-7). */
const WITH_CONSENT = ['bankAccount', 'nationality', 'birthPlace', 'maritalStatus'] as const;
const OF_IDENTITY_DOCUMENT = ['kind', 'number', 'country', 'validUntil'] as const;
const OF_PLACEMENT = ['function', 'from', 'until'] as const;

export interface Placed {
  readonly worker: Entry<WorkerFields>;
  /** at the hirer's company, running today; at least one */
  readonly placements: readonly Entry<PlacementFields>[];
}

export function shownInList(placed: Placed) {
  return { ...placedAs(placed), ...pick(placed.worker.fields, IN_LISTS) };
}

export function shownInView(placed: Placed, { consent }: { readonly consent: boolean }) {
  const { fields } = placed.worker;
  const { identityDocument, ...always } = pick(fields, ALWAYS);
  return {
    ...placedAs(placed),
    ...always,
    ...(identityDocument && { identityDocument: pick(identityDocument, OF_IDENTITY_DOCUMENT) }),
    ...(consent && pick(fields, WITH_CONSENT)),
  };
}

function placedAs({ worker, placements }: Placed) {
  return { id: worker.id, placements: placements.map(({ fields }) => pick(fields, OF_PLACEMENT)) };
}

/** Those that are there. */
function pick<F extends object, K extends keyof F>(fields: F, names: readonly K[]): Pick<F, K> {
  return Object.fromEntries(
    names.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]),
  ) as Pick<F, K>;
}
