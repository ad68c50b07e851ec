import { publishAgain, STOPPED } from './hand-over.ts';
import { messagesWith } from './messages-with.ts';
import type { Box, Message, Withdrawal } from './model.ts';
import type { RefillDependencies } from './refill-box.ts';

/**
 * Wants back what a box has and has not sent. It goes into the lane when the box says that it was certainly not sent, and from
 * there to another box; what was sent, or may have been, stays.
 */
export function moveMessages(dependencies: RefillDependencies, box: Box, reason: string): Promise<void> {
  // What its sender gave to a modem of this box waits for it.
  return wantBack(dependencies, box, { to: 'accepted', reason }, ({ sender }) => !sender);
}

/** All sending was stopped: what a box has and has not sent waits in its lane until that is lifted. */
export function holdMessages(dependencies: RefillDependencies, box: Box): Promise<void> {
  return wantBack(dependencies, box, STOPPED, () => true);
}

async function wantBack(
  dependencies: RefillDependencies,
  box: Box,
  withdrawal: Withdrawal,
  isWanted: (message: Message) => boolean,
): Promise<void> {
  const { messages, clock } = dependencies;
  const at = clock.now();
  const withdrawn: Message[] = [];
  for (const message of await messagesWith(dependencies, box)) {
    const { handover } = message;
    if (!isWanted(message) || message.withdrawal || !handover || handover.journalId !== box.journalId) continue;
    if (await messages.withdraw(message, withdrawal, at))
      withdrawn.push({ ...message, withdrawal, handover: { ...handover, looks: 0 } });
  }
  await publishAgain(dependencies, box, withdrawn);
}
