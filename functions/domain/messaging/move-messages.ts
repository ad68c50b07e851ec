import { publishAgain } from './hand-over.ts';
import { messagesWith } from './messages-with.ts';
import type { Box, Message, Withdrawal } from './model.ts';
import type { RefillDependencies } from './refill-box.ts';

/**
 * Wants back what a box has and has not sent. It goes into the lane when the box says that it was certainly not sent, and from
 * there to another box; what was sent, or may have been, stays.
 */
export async function moveMessages(dependencies: RefillDependencies, box: Box, reason: string): Promise<void> {
  const { messages, clock } = dependencies;
  const withdrawal: Withdrawal = { to: 'accepted', reason };
  const at = clock.now();
  const withdrawn: Message[] = [];
  for (const message of await messagesWith(dependencies, box)) {
    const { handover } = message;
    // What its sender gave to a modem of this box waits for it.
    if (message.sender || message.withdrawal || !handover || handover.journalId !== box.journalId) continue;
    if (await messages.withdraw(message, withdrawal, at))
      withdrawn.push({ ...message, withdrawal, handover: { ...handover, looks: 0 } });
  }
  await publishAgain(dependencies, box, withdrawn);
}
