import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { field } from '../../ui/form.tsx';
import { ClosingText } from './closing-text.tsx';
import { emptyAsAbsent } from './empty-as-absent.ts';
import { GroupCard } from './group-card.tsx';
import type { KeptMessaging } from './kept-settings.ts';
import { useGroup } from './use-group.ts';

/** What stands under what is written (E4-7, variable 1402). */
export function TextsCard({ kept }: { readonly kept: KeptMessaging }) {
  const { t } = useTranslation();
  const group = useGroup(kept, {
    valuesOf: ({ fixedText = '', signature = '' }) => ({ fixedText, signature }),
    settingsOf: ({ fixedText, signature }) => ({
      fixedText: emptyAsAbsent(fixedText),
      signature: emptyAsAbsent(signature),
    }),
  });
  const { form } = group;
  const labels = { fixedText: t('smsSettings.fixedText'), signature: t('smsSettings.signature') };
  return (
    <GroupCard name="texts" title={t('smsSettings.texts')} group={group} labels={labels}>
      <div>
        <Textarea
          {...field(form, 'fixedText')}
          label={labels.fixedText}
          description={t('smsSettings.fixedTextHint')}
          rows={2}
        />
        <ClosingText text={form.values.fixedText} />
      </div>
      <div>
        <Textarea
          {...field(form, 'signature')}
          label={labels.signature}
          description={t('smsSettings.signatureHint')}
          rows={2}
        />
        <ClosingText text={form.values.signature} />
      </div>
    </GroupCard>
  );
}
