import type { Journal } from '../journal/journal.ts';
import type { PartState } from '../journal/records.ts';

/** Whether the journal lacks the modem's answer to the part that it was given last. A part without a modem's name may be any's. */
export function isUnanswered({ state }: Journal, modem: string): boolean {
  let last: PartState | undefined;
  for (const { parts } of state.attempts())
    for (const part of parts)
      if ((part.modem ?? modem) === modem && part.submittingAt && part.submittingAt >= (last?.submittingAt ?? ''))
        last = part;
  return last?.state === 'unconfirmed';
}
