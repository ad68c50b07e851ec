import { DomainError } from '../../shared/domain-error.ts';
import { REFUSALS, type RefusedNumber, type RefusedNumbers } from './model.ts';

/** Notes an SMS that is refused for its number; the mail about it follows from that. All other errors are no concern of it. */
export async function noteRefusal(
  refusedNumbers: Pick<RefusedNumbers, 'add'>,
  asked: Omit<RefusedNumber, 'refusal'>,
  error: unknown,
): Promise<void> {
  const refusal = error instanceof DomainError && REFUSALS.find((code) => code === error.code);
  if (refusal) await refusedNumbers.add({ ...asked, refusal });
}
