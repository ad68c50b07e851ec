import { DAYS_AHEAD_AT_MOST } from '../../../../contract/send-at.ts';
import { after, type Clock, DAY } from '../../shared/clock.ts';
import { findMessages } from '../find-messages.ts';
import type { Hurry, MessageLists, Messages, Trouble } from '../ports.ts';
import { LIFETIME } from '../store-message.ts';
import { refusalBy } from './model.ts';
import type { NumberChoices } from './ports.ts';

export interface WithdrawDependencies {
  readonly choices: Pick<NumberChoices, 'find'>;
  readonly lists: MessageLists;
  readonly messages: Messages;
  readonly hurry: Hurry;
  readonly trouble: Trouble;
  readonly clock: Clock;
  /** hears of a hint that could not be given; the next sweep asks the box */
  readonly hintLost: (error: unknown) => void;
}

const LOOKED_AT_ONCE = 100;
/** Milliseconds: what was accepted longer ago is over. It may have been scheduled so far ahead, and then lives as long as others. */
const MAY_STILL_GO = DAYS_AHEAD_AT_MOST * DAY + LIFETIME;

/**
 * Takes back what has not gone yet to a number that opted out: at once what waits, and from its box what a box has; the credits come
 * back with it. What is accepted meanwhile is stopped where it would leave.
 */
export async function withdrawFor(deps: WithdrawDependencies, tenantId: string, number: string): Promise<void> {
  const { lists, clock, hurry, hintLost } = deps;
  const choice = await deps.choices.find(tenantId, number);
  const from = after(clock.now(), -MAY_STILL_GO);
  const withBoxes: string[] = [];
  let before: string | undefined;
  do {
    const list = { by: 'recipient', to: number } as const;
    const page = await lists.read(tenantId, list, { from }, LOOKED_AT_ONCE, { before, wholeTexts: false });
    for (const message of page.items) {
      const reason = refusalBy(choice, message);
      const { messageId } = message;
      if (reason && (await takeBack(deps, tenantId, messageId, reason)) === 'asked-for') withBoxes.push(messageId);
    }
    before = page.next;
  } while (before !== undefined);
  const jobs = withBoxes.map((messageId) => ({ type: 'message' as const, tenantId, messageId }));
  if (jobs.length > 0) await hurry.push(jobs).catch(hintLost);
}

/** `asked-for`: its box has it, and is to be asked. */
async function takeBack(
  deps: WithdrawDependencies,
  tenantId: string,
  messageId: string,
  reason: string,
): Promise<'done' | 'asked-for'> {
  for (;;) {
    const [message] = await findMessages(deps, tenantId, [messageId]);
    if (!message || message.withdrawal?.to === 'cancelled') return 'done';
    const at = deps.clock.now();
    if (message.state === 'accepted' || message.state === 'scheduled') {
      if (await deps.messages.step(message, { to: 'cancelled', at, bookedAt: at, detail: reason })) return 'done';
    } else if (message.state === 'handed-over') {
      const entry = { event: 'cancel-requested', at: at.toISOString(), detail: reason } as const;
      if (await deps.messages.withdraw(message, { to: 'cancelled', reason }, at, entry)) return 'asked-for';
    } else return 'done';
  }
}
