import type { Box } from '../messaging/model.ts';
import type { Downlinks } from '../messaging/ports.ts';
import type { Clock } from '../shared/clock.ts';
import { sendCommand } from './command-box.ts';
import type { BoxCommands } from './commands.ts';

export interface SweepCommandsDependencies {
  readonly commands: BoxCommands;
  readonly downlinks: Downlinks;
  readonly clock: Clock;
}

/** Sends again what no box has answered, and gives up what is too late to be begun. */
export async function sweepCommands(
  { commands, downlinks, clock }: SweepCommandsDependencies,
  tenantId: string,
  boxes: readonly Box[],
): Promise<void> {
  const now = clock.now().toISOString();
  for (const waiting of await commands.waiting(tenantId)) {
    const box = boxes.find(({ boxId }) => boxId === waiting.boxId);
    if (waiting.command.notAfter <= now) await commands.expire(waiting);
    else if (box?.journalId === waiting.journalId) await sendCommand(downlinks, box, waiting);
  }
}
