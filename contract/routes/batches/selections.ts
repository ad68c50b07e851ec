import * as z from 'zod/mini';
import { instant, line } from '../../fields.ts';
import { recipientKinds } from '../../message-template.ts';
import { pageOf, pageQuery } from '../../pages.ts';
import type { Route } from '../../route.ts';
import { selectionId } from './selection-id.ts';

/** Of one employee or API token. */
export const MAX_SELECTIONS = 50;
/** Of one selection; a batch to more takes a CSV. */
export const MAX_MEMBERS = 20_000;
/** In one request. */
export const MAX_CHANGED = 100;

const name = line('Give a text here', 100);

export const selection = z.object({
  id: selectionId,
  name,
  kind: z.enum(recipientKinds),
  members: z.int(),
  changedAt: instant,
});

const RECORD_ID = /^(wrk|con|com|emp)_[0-9A-HJKMNP-TV-Z]{26}$/;
const ids = z.strictObject({
  ids: z
    .array(
      z.string().check(z.regex(RECORD_ID, 'Give the id of a worker, contact, company or employee')),
      'Name the records',
    )
    .check(
      z.minLength(1, 'Name the records'),
      z.maxLength(MAX_CHANGED, `At most ${MAX_CHANGED} records in one request`),
    )
    .register(z.globalRegistry, { examples: [['wrk_01JD0000000000000000000000']] }),
});

const one = {
  function: 'api-batches',
  path: '/v1/selections/{selectionId}',
  access: 'staff',
  params: z.object({ selectionId }),
} as const;
const answer = { status: 200, schema: selection } as const;

export const selectionRoutes = {
  createSelection: {
    method: 'POST',
    path: '/v1/selections',
    function: 'api-batches',
    summary:
      'Make a selection of workers, contacts, companies or employees, which is kept until you remove it. It is yours alone',
    access: 'staff',
    idempotencyKey: 'required',
    body: z.strictObject({
      name,
      kind: z.enum(recipientKinds, `Give ${recipientKinds.join(', ').replace(/, (\w+)$/, ' or $1')}`),
    }),
    answer: { status: 201, schema: selection },
    errors: ['action-not-possible', 'idempotency-key-reused'],
  },
  listSelections: {
    method: 'GET',
    path: '/v1/selections',
    function: 'api-batches',
    summary: 'Your selections, newest first',
    access: 'staff',
    answer: { status: 200, schema: z.object({ items: z.array(selection) }) },
    errors: [],
  },
  getSelection: { ...one, method: 'GET', summary: 'One of your selections', answer, errors: ['not-found'] },
  renameSelection: {
    ...one,
    method: 'PUT',
    summary: 'Rename a selection',
    body: z.strictObject({ name }),
    answer,
    errors: ['not-found'],
  },
  removeSelection: {
    ...one,
    method: 'DELETE',
    summary: 'Remove a selection; batches that were made from it stay as they are',
    answer: { status: 204 },
    errors: ['not-found'],
  },
  listMembers: {
    ...one,
    method: 'GET',
    path: '/v1/selections/{selectionId}/members',
    summary: 'Who is in a selection',
    query: pageQuery,
    answer: {
      status: 200,
      schema: pageOf(
        z.object({
          id: z.string(),
          name: z.optional(z.string()).register(z.globalRegistry, {
            description: 'Absent where the record is gone, or you may not see such records',
          }),
        }),
      ),
    },
    errors: ['not-found'],
  },
  addMembers: {
    ...one,
    method: 'POST',
    repeated: 'state',
    path: '/v1/selections/{selectionId}/members',
    summary: 'Add records to a selection; those that are in it stay',
    body: ids,
    answer,
    errors: ['not-found', 'action-not-possible'],
  },
  removeMembers: {
    ...one,
    method: 'POST',
    repeated: 'state',
    path: '/v1/selections/{selectionId}/removals',
    summary: 'Take records out of a selection',
    body: ids,
    answer,
    errors: ['not-found'],
  },
  clearSelection: {
    ...one,
    method: 'DELETE',
    path: '/v1/selections/{selectionId}/members',
    summary: 'Take all out of a selection',
    answer,
    errors: ['not-found'],
  },
} as const satisfies Record<string, Route>;
