import { auditLine } from '../../directory/entries/audit-line.ts';
import type { Actor } from '../../directory/entries/model.ts';
import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import type { MarketingConsent } from './model.ts';
import { type Asking, type NumbersOfDependencies, numbersOf } from './numbers-of.ts';
import type { NumberChoices } from './ports.ts';
import { type WithdrawDependencies, withdrawFor } from './withdraw-for.ts';

export interface MarketingDependencies extends NumbersOfDependencies {
  readonly choices: NumberChoices;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** The trail is of who it was recorded for; a number stands nowhere in it. */
const SUBJECT = 'marketing-consents';

/**
 * Records that somebody has agreed to marketing: when, how and to which text (G2). In place of an earlier one.
 *
 * @throws DomainError `invalid-request` for a moment that is still to come, and as numbersOf
 */
export async function recordConsent(
  deps: MarketingDependencies,
  asking: Asking & Actor,
  { to, ...given }: Pick<MarketingConsent, 'givenAt' | 'source' | 'textVersion'> & { readonly to: string },
): Promise<void> {
  const now = deps.clock.now();
  const givenAt = new Date(given.givenAt);
  if (givenAt > now)
    throw new DomainError('invalid-request', {
      errors: [{ path: 'givenAt', message: 'Give a moment that has passed: it has to be agreed to before' }],
    });
  const recordedAt = now.toISOString();
  const consent = { ...given, givenAt: givenAt.toISOString(), recordedAt, recordedBy: asking.id };
  await setConsent(deps, asking, to, recordedAt, { consent, action: 'marketing-agreed' });
}

/** Takes such an agreement back; marketing that waits is cancelled. @throws DomainError as numbersOf */
export async function withdrawConsent(
  deps: MarketingDependencies & WithdrawDependencies,
  asking: Asking & Actor,
  { to, reason }: { readonly to: string; readonly reason: string },
): Promise<void> {
  const at = deps.clock.now().toISOString();
  const withdrawn = { action: 'marketing-agreement-withdrawn', detail: reason };
  const numbers = await setConsent(deps, asking, to, at, withdrawn);
  for (const number of numbers) await withdrawFor(deps, asking.tenantId, number);
}

async function setConsent(
  deps: MarketingDependencies,
  asking: Asking & Actor,
  to: string,
  at: string,
  { consent, ...what }: { readonly consent?: MarketingConsent; readonly action: string; readonly detail?: string },
): Promise<readonly string[]> {
  const { numbers, recordId } = await numbersOf(deps, asking, to);
  for (const number of numbers) {
    const audit = auditLine(deps.newId, asking, recordId ?? SUBJECT, at, what);
    await deps.choices.agree(asking.tenantId, number, consent, audit);
  }
  return numbers;
}
