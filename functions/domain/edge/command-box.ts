import type * as z from 'zod/mini';
import { type boxCommandAnswer, COMMAND_MINUTES, type CommandWish } from '../../../contract/routes/box-commands.ts';
import type { Box } from '../messaging/model.ts';
import type { Boxes, Downlinks } from '../messaging/ports.ts';
import { after, type Clock, MINUTE } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import { earlierAnswer } from '../shared/idempotency.ts';
import type { NewId } from '../shared/ids.ts';
import type { BoxCommand, BoxCommands } from './commands.ts';

type Answer = z.input<typeof boxCommandAnswer>;

export interface CommandDependencies {
  readonly boxes: Pick<Boxes, 'find'>;
  readonly commands: BoxCommands;
  readonly downlinks: Downlinks;
  readonly clock: Clock;
  readonly newId: NewId;
  /** hears of a command that could not be sent now; the sweep sends it again */
  readonly hintLost: (error: unknown) => void;
}

/** Keeps a command and sends it to its box, once for each key. @throws DomainError `not-found`, `box-not-joined`, `idempotency-key-reused` */
export async function commandBox(
  { boxes, commands, downlinks, clock, newId, hintLost }: CommandDependencies,
  { tenantId, id: askedBy }: { readonly tenantId: string; readonly id: string },
  boxId: string,
  wish: CommandWish,
  idempotencyKey: string,
): Promise<Answer> {
  const now = clock.now();
  const same = { route: 'box-commands', key: idempotencyKey, asked: { boxId, wish }, now };
  const earlier = earlierAnswer(await commands.earlier<Partial<Answer>>(tenantId, { ...same, answer: {} }));
  if (earlier) return earlier as Answer; // which this very function stored
  const box = await boxes.find(tenantId, boxId);
  if (!box || box.removedAt !== undefined) throw new DomainError('not-found');
  const { journalId } = box;
  if (journalId === undefined) throw new DomainError('box-not-joined');
  const notAfter = after(now, COMMAND_MINUTES * MINUTE).toISOString();
  const asked: BoxCommand = {
    ...{ tenantId, boxId, journalId },
    command: { ...wish, commandId: newId('cmd'), notAfter },
    state: 'waiting',
    askedAt: now.toISOString(),
    askedBy,
  };
  const answer = describe(asked);
  const beside = earlierAnswer(await commands.add(asked, { ...same, answer }));
  if (beside) return beside;
  await sendCommand(downlinks, box, asked).catch(hintLost);
  return answer;
}

/** @throws DomainError `not-found` */
export async function getBoxCommand(
  commands: BoxCommands,
  tenantId: string,
  boxId: string,
  commandId: string,
): Promise<Answer> {
  const found = await commands.find(tenantId, boxId, commandId);
  if (!found) throw new DomainError('not-found');
  return describe(found);
}

/** Sending it again is always safe: the box knows a command by its id. */
export function sendCommand(downlinks: Downlinks, box: Box, { journalId, command }: BoxCommand): Promise<void> {
  return downlinks.send(box, { type: 'command', journalId, command });
}

function describe({ boxId, command, state, text, askedAt, askedBy, answeredAt }: BoxCommand): Answer {
  return {
    id: command.commandId,
    boxId,
    kind: command.kind,
    ...('modem' in command && command.modem !== undefined && { modem: command.modem }),
    state,
    ...(text !== undefined && { text }),
    askedAt,
    askedBy,
    notAfter: command.notAfter,
    ...(answeredAt !== undefined && { answeredAt }),
  };
}
