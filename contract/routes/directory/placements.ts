import * as z from 'zod/mini';
import { line } from '../../fields.ts';
import { pageOf, pageQuery } from '../../pages.ts';
import type { Route } from '../../route.ts';
import { companyId } from './companies.ts';
import { entryFields, entryId } from './entry.ts';
import { day } from './fields.ts';
import { workerId } from './worker-id.ts';

export const placementId = entryId('plc', 'a placement');

const from = day('The first day');
const until = z.optional(day('The last day; absent while it has no end'));

/** A worker placed at a hirer. */
export const placementBody = z
  .strictObject({
    workerId,
    companyId,
    function: line('Give the function', 100),
    from,
    until,
  })
  .check(
    z.refine(({ from, until }) => until === undefined || from <= until, {
      path: ['until'],
      message: 'A placement ends on its first day at the earliest',
    }),
  );
export type PlacementFields = z.output<typeof placementBody>;

export const placement = z.object({
  id: placementId,
  workerId,
  companyId,
  function: z.string(),
  from,
  until,
  ...entryFields,
});

const many = { method: 'GET', function: 'api-directory', access: 'placements:read', query: pageQuery } as const;
const one = {
  function: 'api-directory',
  path: '/v1/placements/{placementId}',
  params: z.object({ placementId }),
} as const;

export const placementRoutes = {
  createPlacement: {
    method: 'POST',
    path: '/v1/placements',
    function: 'api-directory',
    summary: 'Place a worker at a company',
    access: 'placements:manage',
    idempotencyKey: 'required',
    body: placementBody,
    answer: { status: 201, schema: placement },
    errors: ['idempotency-key-reused'],
  },
  listPlacementsOfWorker: {
    ...many,
    path: '/v1/workers/{workerId}/placements',
    summary: 'A worker’s placements, by their first day',
    params: z.object({ workerId }),
    answer: { status: 200, schema: pageOf(placement) },
    errors: ['not-found'],
  },
  listPlacementsAtCompany: {
    ...many,
    path: '/v1/companies/{companyId}/placements',
    summary: 'Placements at a company, by their first day',
    params: z.object({ companyId }),
    answer: { status: 200, schema: pageOf(placement) },
    errors: ['not-found'],
  },
  getPlacement: {
    ...one,
    method: 'GET',
    summary: 'A placement',
    access: 'placements:read',
    answer: { status: 200, schema: placement },
    errors: ['not-found'],
  },
  changePlacement: {
    ...one,
    method: 'PUT',
    summary: 'Change a placement; worker and company stay',
    access: 'placements:manage',
    ifMatch: 'required',
    body: placementBody,
    answer: { status: 200, schema: placement },
    errors: ['not-found', 'changed-meanwhile'],
  },
  removePlacement: {
    ...one,
    method: 'DELETE',
    summary: 'Remove a placement that was a mistake',
    access: 'placements:manage',
    ifMatch: 'required',
    answer: { status: 204 },
    errors: ['not-found', 'changed-meanwhile', 'still-in-use'],
  },
} as const satisfies Record<string, Route>;
