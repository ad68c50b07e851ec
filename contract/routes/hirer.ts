import * as z from 'zod/mini';
import { pageOf } from '../pages.ts';
import type { Route } from '../route.ts';
import { searchQuery } from './directory/entry.ts';
import { placementBody } from './directory/placements.ts';
import { workerId } from './directory/worker-id.ts';
import { workerBody } from './directory/workers.ts';

const { givenName, infix, familyName, identityDocument } = workerBody.shape;
const { bankAccount, nationality, birthPlace, maritalStatus } = workerBody.shape;
const { function: jobFunction, from, until } = placementBody.shape;

/** What a hirer sees of a worker in a list. */
export const placedWorkerSummary = z.object({
  id: workerId,
  givenName,
  infix,
  familyName,
  placements: z
    .array(z.object({ function: jobFunction, from, until }))
    .register(z.globalRegistry, { description: 'Those at the company of whoever asks that run today' }),
});

/** And of one worker. The last four come only with the worker’s consent. */
export const placedWorker = z.extend(placedWorkerSummary, {
  identityDocument,
  bankAccount,
  nationality,
  birthPlace,
  maritalStatus,
});

export const hirerRoutes = {
  listPlacedWorkers: {
    method: 'GET',
    path: '/v1/hirer/workers',
    function: 'api-hirers',
    summary: 'The workers placed at my company now, or those of them with a name',
    access: 'hirer',
    fromAgencySites: true,
    query: searchQuery,
    answer: { status: 200, schema: pageOf(placedWorkerSummary) },
    errors: [],
  },
  getPlacedWorker: {
    method: 'GET',
    path: '/v1/hirer/workers/{workerId}',
    function: 'api-hirers',
    summary: 'A worker placed at my company now',
    access: 'hirer',
    fromAgencySites: true,
    params: z.object({ workerId }),
    answer: { status: 200, schema: placedWorker },
    errors: ['not-found'],
  },
} as const satisfies Record<string, Route>;
