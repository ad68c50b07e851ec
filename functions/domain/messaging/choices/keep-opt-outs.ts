import { auditLine } from '../../directory/entries/audit-line.ts';
import type { Actor } from '../../directory/entries/model.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import type { OptOut } from './model.ts';
import { type Asking, type NumbersOfDependencies, numbersOf } from './numbers-of.ts';
import { type OptOutDependencies, optOut } from './opt-out.ts';
import type { NumberChoices } from './ports.ts';
import { findOptOut } from './read-choices.ts';

export interface KeepOptOutsDependencies extends OptOutDependencies, NumbersOfDependencies {
  readonly choices: NumberChoices;
  readonly newId: NewId;
}

/**
 * Records for somebody that they want no SMS, at a number or at all numbers of a record; what waits for them is cancelled. What holds
 * already stays as it is.
 *
 * @throws DomainError as numbersOf
 */
export async function recordOptOut(
  deps: KeepOptOutsDependencies,
  asking: Asking & Actor,
  { to, reason }: { readonly to: string; readonly reason: string },
): Promise<void> {
  const { tenantId, id: by } = asking;
  const { numbers, recordId } = await numbersOf(deps, asking, to);
  for (const number of numbers) {
    const since = deps.clock.now().toISOString();
    const optOutId = deps.newId('opt');
    const said = { tenantId, optOutId, since, source: 'staff', by, reason, ...(recordId && { recordId }) } as const;
    const audit = auditLine(deps.newId, asking, optOutId, since, { action: 'opted-out', detail: reason });
    await optOut(deps, number, said, audit);
  }
}

/**
 * Undoes an opt-out: operational SMS may go to the number again. Marketing needs a new agreement.
 *
 * @throws DomainError `not-found`, `action-not-possible`
 */
export async function liftOptOut(
  { choices, clock, newId }: Pick<KeepOptOutsDependencies, 'choices' | 'clock' | 'newId'>,
  actor: Actor,
  optOutId: string,
  reason: string,
): Promise<OptOut> {
  const before = await findOptOut({ choices }, actor.tenantId, optOutId);
  const at = clock.now().toISOString();
  const lifted = { at, by: actor.id, reason };
  const audit = auditLine(newId, actor, optOutId, at, { action: 'opt-out-undone', detail: reason });
  if (before.lifted || !(await choices.lift(before, lifted, audit))) {
    const message = 'It was undone already';
    throw new DomainError('action-not-possible', { errors: [{ path: 'optOutId', message }] });
  }
  return { ...before, lifted };
}
