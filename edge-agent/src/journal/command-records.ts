import * as z from 'zod/mini';
import { answeredEvent, commandId, modemName } from '../../../contract/edge.ts';
import { instant } from '../../../contract/fields.ts';

const command = { commandId, notAfter: instant };

export const commandRecords = [
  /** Written before it is begun. Without an answer behind it the agent ended in the middle. */
  z.object({ type: z.literal('command-taken'), ...command, at: instant }),
  z.object({ type: z.literal('command-answered'), ...command, event: answeredEvent }),
  /** The cloud has its answer, at the head of a segment. */
  z.object({ type: z.literal('command-ended'), ...command }),
  /** These modems, and no others, are given nothing from now on. */
  z.object({ type: z.literal('paused'), modems: z.array(modemName) }),
] as const;
export type CommandRecord = z.infer<(typeof commandRecords)[number]>;
