import { useTranslation } from 'react-i18next';
import { sayOwnReason } from '../../../../contract/catalogues/message-reasons.ts';
import { sayReason } from '../../../../contract/catalogues/provider-reasons.ts';
import { currentLanguage } from '../../texts/i18n.ts';
import { stateName } from '../messages/state-name.ts';
import { TONE } from '../messages/states.ts';
import type { Batch, BatchLine } from './queries.ts';

/** What became of a recipient, in words, and why. */
export function LineResult({ batch, line }: { readonly batch: Batch; readonly line: BatchLine }) {
  const { t } = useTranslation();
  const { state, reason, duplicate, errors } = line;
  const language = currentLanguage();
  if (errors)
    return (
      <>
        <span className="state" data-tone={duplicate ? 'doubt' : 'bad'}>
          {t(duplicate ? 'batches.isTwice' : 'batches.isRefused')}
        </span>
        {errors.map(({ message }) => (
          <span className="aside" key={message}>
            {message}
          </span>
        ))}
      </>
    );
  if (!state) return <span className="aside">{t(`batches.unstarted.${unstarted(batch)}`)}</span>;
  return (
    <>
      <span className="state" data-tone={TONE[state]}>
        {stateName(state)}
      </span>
      {reason !== undefined && <span className="aside">{sayOwnReason(language, sayReason(language, reason))}</span>}
    </>
  );
}

/** Of a recipient whose message is not made yet. */
function unstarted({ state, acceptedAt }: Batch): 'checked' | 'soon' | 'never' {
  if (state === 'stopped' || state === 'stopping') return 'never';
  return acceptedAt === undefined ? 'checked' : 'soon';
}
