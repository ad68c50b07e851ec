import { after, type Clock } from '../../shared/clock.ts';
import { MailPutOff } from '../mail-put-off.ts';
import { DOUBTFUL_TRIES, HELD_FOR, type MailDuties, type MailDuty, TRY_DELAYS } from './model.ts';

export interface DoDutyDependencies {
  readonly duties: Pick<MailDuties, 'claim' | 'end' | 'putOff'>;
  readonly clock: Clock;
  /** hears of a mail that was not taken; never of its text */
  readonly mailFailed: (error: unknown) => void;
  /** hears of one that will never be made: whoever operates this is to look why */
  readonly mailGivenUp: (where: { readonly tenantId: string }) => void;
}

/**
 * Makes a mail that nobody waits for, at least once: whoever is told of it twice makes it once, one that fails is made later, and one whose
 * process died is made by another. After two days it is given up.
 *
 * @param send makes the mail and sends it; there may be none to send any more
 */
export async function doDuty(
  { duties, clock, mailFailed, mailGivenUp }: DoDutyDependencies,
  duty: MailDuty,
  send: () => Promise<unknown>,
): Promise<void> {
  const held = await duties.claim(duty, after(clock.now(), HELD_FOR));
  if (!held) return;
  const giveUp = () => {
    mailGivenUp({ tenantId: duty.tenantId });
    return duties.end(held);
  };
  // Each try before ended the process that made it.
  if (held.tries > TRY_DELAYS.length + 1) return giveUp();
  try {
    await send();
  } catch (error) {
    mailFailed(error);
    const delay = error instanceof MailPutOff || held.tries < DOUBTFUL_TRIES ? TRY_DELAYS[held.tries - 1] : undefined;
    return delay === undefined ? giveUp() : duties.putOff(held, after(clock.now(), delay));
  }
  await duties.end(held);
}
