import { DomainError } from '../../shared/domain-error.ts';
import type { PhoneNumbers } from '../ports.ts';
import { findRecord } from '../records/find-record.ts';
import type { Records } from '../records/model.ts';
import type { Writer } from '../write-message.ts';

export interface NumbersOfDependencies {
  readonly records: Records;
  readonly numbers: Pick<PhoneNumbers, 'international'>;
}

/** Who asks, and where numbers without a country prefix belong. */
export interface Asking extends Pick<Writer, 'tenantId' | 'permissions'> {
  readonly country: string;
}

/**
 * The numbers that are meant by a number, or by the id of a record: then all of its own, each once, as E.164.
 *
 * @throws DomainError `number-invalid`, `no-mobile-number`, and what findRecord throws
 */
export async function numbersOf(
  { records, numbers }: NumbersOfDependencies,
  asking: Asking,
  to: string,
): Promise<{ readonly numbers: readonly string[]; readonly recordId?: string }> {
  const record = await findRecord(records, asking, to, false);
  const typed = record ? record.phones.map(({ number }) => number) : [to];
  const found = typed.flatMap((one) => numbers.international(one, asking.country) ?? []);
  if (found.length > 0) return { numbers: [...new Set(found)], ...(record && { recordId: record.id }) };
  if (record)
    throw new DomainError('no-mobile-number', { errors: [{ path: 'to', message: 'It has no telephone number' }] });
  const message = 'Give a mobile number, best as +31612345678';
  throw new DomainError('number-invalid', { errors: [{ path: 'to', message }] });
}
