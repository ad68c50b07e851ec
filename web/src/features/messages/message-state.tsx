import { useTranslation } from 'react-i18next';
import { sayOwnReason } from '../../../../contract/catalogues/message-reasons.ts';
import { currentLanguage } from '../../texts/i18n.ts';
import { useMoments } from '../../ui/use-moments.ts';
import type { MessageSummary } from './queries.ts';
import { stateName } from './state-name.ts';
import { TONE } from './states.ts';

type Shown = Pick<
  MessageSummary,
  'state' | 'reason' | 'parts' | 'partsSubmitted' | 'eventRegistered' | 'sendAt' | 'heldUntil' | 'cancelRequestedAt'
>;

/** What became of a message, in plain words, and why. */
export function MessageState({ message }: { readonly message: Shown }) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  const { state, reason, parts, partsSubmitted, eventRegistered, sendAt, heldUntil, cancelRequestedAt } = message;
  const until = heldUntil ?? (state === 'scheduled' ? sendAt : undefined);
  const more = [
    until !== undefined && t('messages.waitsUntil', { moment: moment(until) }),
    state === 'handed-over' && cancelRequestedAt !== undefined && t('messages.cancelAsked'),
    partsSubmitted !== undefined &&
      partsSubmitted < parts &&
      t('messages.partsOf', { sent: partsSubmitted, parts, count: parts }),
    eventRegistered && t('messages.withEvent'),
    reason !== undefined && sayOwnReason(currentLanguage(), reason),
  ].filter((one) => typeof one === 'string');
  return (
    <>
      <span className="state" data-tone={TONE[state]}>
        {stateName(state)}
      </span>
      {more.map((one) => (
        <span className="aside" key={one}>
          {one}
        </span>
      ))}
    </>
  );
}
