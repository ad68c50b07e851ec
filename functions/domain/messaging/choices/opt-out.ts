import type { AuditLine } from '../../audit/model.ts';
import type { NumberHashes } from '../../shared/number-hashes.ts';
import type { OptOut } from './model.ts';
import type { NumberChoices } from './ports.ts';
import { type WithdrawDependencies, withdrawFor } from './withdraw-for.ts';

export interface OptOutDependencies extends WithdrawDependencies {
  readonly choices: Pick<NumberChoices, 'find' | 'optOut'>;
  readonly hashes: NumberHashes;
}

/**
 * Keeps that a number gets no more SMS, then takes back what waits for it or is with a box. Done twice it changes nothing.
 *
 * @param number E.164
 * @returns false where it held already
 */
export async function optOut(
  deps: OptOutDependencies,
  number: string,
  said: Omit<OptOut, 'numberHash' | 'ending'>,
  audit: AuditLine,
): Promise<boolean> {
  const numberHash = await deps.hashes.of(said.tenantId, number);
  const isNew = await deps.choices.optOut({ ...said, numberHash, ending: number.slice(-2) }, audit);
  // Also where it is not new: whoever kept it may have died before this.
  await withdrawFor(deps, said.tenantId, number);
  return isNew;
}
