import { after, type Clock, SECOND } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import { CODE_TRIES, CODES_LOCKED_FOR, type SecondFactor } from './model.ts';
import type { SecondFactors } from './ports.ts';

/** Takes a try before a code is looked at, so that any number of guesses at once get five. @throws DomainError `too-many-tries` */
export async function takeTry(
  { secondFactors, clock }: { readonly secondFactors: Pick<SecondFactors, 'takeTry'>; readonly clock: Clock },
  factor: SecondFactor,
): Promise<void> {
  const now = clock.now();
  if (await secondFactors.takeTry(factor, now)) return;
  const over = after(new Date(factor.lastTryAt ?? now), CODES_LOCKED_FOR);
  const retryAfterSeconds = Math.max(1, Math.ceil((over.getTime() - now.getTime()) / SECOND));
  throw new DomainError('too-many-tries', { retryAfterSeconds });
}

export const isLocked = ({ tries, lastTryAt }: SecondFactor, now: Date) =>
  tries >= CODE_TRIES && lastTryAt !== undefined && now < after(new Date(lastTryAt), CODES_LOCKED_FOR);

export const codeFailed = () => new DomainError('second-factor-failed');
