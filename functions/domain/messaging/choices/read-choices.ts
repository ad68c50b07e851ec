import type * as z from 'zod/mini';
import type { numberChoice, optOut as optOutSchema } from '../../../../contract/routes/opt-outs.ts';
import { DomainError } from '../../shared/domain-error.ts';
import { type OptOut, refusalBy } from './model.ts';
import { type Asking, type NumbersOfDependencies, numbersOf } from './numbers-of.ts';
import type { NumberChoices } from './ports.ts';

/** An opt-out as the API shows it; where its number has written, the thread tells which it is. */
export function describeOptOut({ tenantId: _, optOutId, numberHash, ...rest }: OptOut): z.input<typeof optOutSchema> {
  return { id: optOutId, threadId: `thr_${numberHash}`, ...rest };
}

/** @throws DomainError `not-found` */
export async function findOptOut(
  { choices }: { readonly choices: Pick<NumberChoices, 'findOptOut'> },
  tenantId: string,
  optOutId: string,
): Promise<OptOut> {
  const found = await choices.findOptOut(tenantId, optOutId);
  if (!found) throw new DomainError('not-found');
  return found;
}

/** What holds for a number, or for each number of a record. @throws DomainError as numbersOf */
export async function choicesOf(
  deps: NumbersOfDependencies & { readonly choices: Pick<NumberChoices, 'find'> },
  asking: Asking,
  to: string,
): Promise<z.input<typeof numberChoice>[]> {
  const { numbers } = await numbersOf(deps, asking, to);
  return Promise.all(
    numbers.map(async (number) => {
      const choice = await deps.choices.find(asking.tenantId, number);
      const { optOutId, optedOutAt, consent } = choice ?? {};
      return {
        number,
        ...(optOutId !== undefined && optedOutAt !== undefined && { optOut: { id: optOutId, since: optedOutAt } }),
        ...(consent && { consent }),
        maySend: refusalBy(choice, {}) === undefined,
        maySendMarketing: refusalBy(choice, { category: 'marketing' }) === undefined,
      };
    }),
  );
}
