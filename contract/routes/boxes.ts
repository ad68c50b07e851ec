import * as z from 'zod/mini';
import { BOX_PROBLEMS } from '../box-problems.ts';
import { BOXES_AT_MOST } from '../boxes-at-most.ts';
import { health, modemName } from '../edge.ts';
import { boxId, instant, line, moment } from '../fields.ts';
import type { Route } from '../route.ts';

export const boxAnswer = z.object({
  id: boxId,
  name: z.string(),
  alive: z.boolean().register(z.globalRegistry, { description: 'It was heard of in the last 3 minutes' }),
  heardAt: z.optional(moment('When it was last heard of, to the minute')),
  problems: z
    .array(
      z.object({
        code: z.enum(BOX_PROBLEMS),
        modem: z.optional(modemName),
        text: z.string().register(z.globalRegistry, { description: 'In the language of the agency, with what to do' }),
      }),
    )
    .register(z.globalRegistry, { description: 'What is wrong; empty when all is well' }),
  outOfUse: z.optional(
    z
      .object({
        since: instant,
        reason: z.string(),
        by: z.optional(z.string().register(z.globalRegistry, { description: 'Who wants it so; absent: its health' })),
      })
      .register(z.globalRegistry, {
        description: 'It is given no messages; those it has not sent go to another box when it confirms that',
      }),
  ),
  health: z.optional(
    z.omit(health, { type: true, journalId: true, epoch: true }).register(z.globalRegistry, {
      description: 'As the box last told it, once a minute while it is connected',
    }),
  ),
});

export const boxRoutes = {
  listBoxes: {
    method: 'GET',
    path: '/v1/boxes',
    function: 'api-boxes',
    summary: 'The boxes in the offices, and how they are',
    access: 'boxes:read',
    answer: { status: 200, schema: z.object({ items: z.array(boxAnswer).check(z.maxLength(BOXES_AT_MOST)) }) },
    errors: [],
  },
  getBox: {
    method: 'GET',
    path: '/v1/boxes/{boxId}',
    function: 'api-boxes',
    summary: 'One box, how it is and what is wrong',
    access: 'boxes:read',
    params: z.object({ boxId }),
    answer: { status: 200, schema: boxAnswer },
    errors: ['not-found'],
  },
  takeBoxOutOfUse: {
    method: 'PUT',
    path: '/v1/boxes/{boxId}/out-of-use',
    function: 'api-boxes',
    summary: 'Take a box out of use: within a minute, what it has not sent is asked back for another box',
    access: 'boxes:manage',
    params: z.object({ boxId }),
    body: z.strictObject({
      reason: line('Say why', 200).register(z.globalRegistry, {
        description: 'Why; it shows in the timeline of what is moved',
        examples: ['The SIM card is changed'],
      }),
    }),
    answer: { status: 200, schema: boxAnswer },
    errors: ['not-found'],
  },
  useBoxAgain: {
    method: 'DELETE',
    path: '/v1/boxes/{boxId}/out-of-use',
    function: 'api-boxes',
    summary: 'Give a box messages again',
    access: 'boxes:manage',
    params: z.object({ boxId }),
    answer: { status: 204 },
    errors: ['not-found'],
  },
} as const satisfies Record<string, Route>;
