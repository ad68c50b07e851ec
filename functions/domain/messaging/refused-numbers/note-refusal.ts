import { DomainError } from '../../shared/domain-error.ts';
import { REFUSALS, type Refusal, type RefusedNumber, type RefusedNumbers } from './model.ts';

/** Whether something was refused for its number, and why. All other errors are no concern of these mails. */
export const refusalIn = (error: unknown): Refusal | undefined =>
  error instanceof DomainError ? REFUSALS.find((code) => code === error.code) : undefined;

/** Notes an SMS that is refused for its number; the mail about it follows from that. */
export async function noteRefusal(
  refusedNumbers: Pick<RefusedNumbers, 'add'>,
  asked: Omit<RefusedNumber, 'refusal'>,
  error: unknown,
): Promise<void> {
  const refusal = refusalIn(error);
  if (refusal) await refusedNumbers.add({ ...asked, refusal });
}
