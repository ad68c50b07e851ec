import * as z from 'zod/mini';
import { command } from '../../../../contract/edge.ts';
import { COMMAND_STATES } from '../../../../contract/routes/box-commands.ts';
import type { BoxCommand } from '../../../domain/edge/commands.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const boxCommandItem = z.object({
  ...kind('box-command'),
  tenantId: z.string(),
  boxId: z.string(),
  journalId: z.string(),
  command,
  state: z.enum(COMMAND_STATES),
  text: z.optional(z.string()),
  askedAt: z.string(),
  askedBy: z.string(),
  answeredAt: z.optional(z.string()),
});

export function boxCommandOf(item: Item): BoxCommand {
  const { text, answeredAt, ...rest } = bare(z.parse(boxCommandItem, item));
  return { ...rest, ...(text !== undefined && { text }), ...(answeredAt !== undefined && { answeredAt }) };
}
