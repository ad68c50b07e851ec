import * as z from 'zod/mini';
import { COMMANDS, commandId, commandKinds, modemName } from '../edge.ts';
import { boxId, instant, moment } from '../fields.ts';
import type { Route } from '../route.ts';

/** How long a box may take to begin, in minutes. */
export const COMMAND_MINUTES = 10;

export const commandBody = z
  .discriminatedUnion(
    'kind',
    [
      z.strictObject(COMMANDS.pause),
      z.strictObject(COMMANDS.resume),
      z.strictObject(COMMANDS['reset-modem']),
      z.strictObject(COMMANDS.ussd),
      z.strictObject(COMMANDS['read-log']),
    ],
    `Give one of these kinds: ${commandKinds.join(', ')}`,
  )
  .register(z.globalRegistry, {
    description: 'pause and resume: of one modem, or of all where none is named',
    examples: [{ kind: 'pause' }],
  });
export type CommandWish = z.infer<typeof commandBody>;

export const COMMAND_STATES = ['waiting', 'done', 'refused', 'failed', 'expired'] as const;

export const boxCommandAnswer = z.object({
  id: commandId,
  boxId,
  kind: z.enum(commandKinds),
  modem: z.optional(modemName),
  state: z.enum(COMMAND_STATES).register(z.globalRegistry, {
    description:
      'waiting: the box has not answered yet. refused: it was not begun. failed: it was begun and did not succeed. ' +
      'expired: the box has not answered in time; an answer that comes later still counts',
  }),
  text: z.optional(
    z.string().register(z.globalRegistry, { description: 'The network’s answer, the lines of the log, or why not' }),
  ),
  askedAt: instant,
  askedBy: z.string().register(z.globalRegistry, { description: 'Id of the employee or API token' }),
  notAfter: moment('Not begun after this moment'),
  answeredAt: z.optional(moment('When the box was done with it')),
});

export const boxCommandRoutes = {
  commandBox: {
    method: 'POST',
    path: '/v1/boxes/{boxId}/commands',
    function: 'api-boxes',
    summary: 'Ask a box to do something; it is done once at most',
    access: 'boxes:manage',
    idempotencyKey: 'required',
    params: z.object({ boxId }),
    body: commandBody,
    answer: { status: 202, schema: boxCommandAnswer },
    errors: ['not-found', 'box-not-joined', 'idempotency-key-reused'],
  },
  getBoxCommand: {
    method: 'GET',
    path: '/v1/boxes/{boxId}/commands/{commandId}',
    function: 'api-boxes',
    summary: 'What came of it',
    access: 'boxes:manage',
    params: z.object({ boxId, commandId }),
    answer: { status: 200, schema: boxCommandAnswer },
    errors: ['not-found'],
  },
} as const satisfies Record<string, Route>;
