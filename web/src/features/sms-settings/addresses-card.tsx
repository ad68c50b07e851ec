import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { field } from '../../ui/form.tsx';
import { emptyAsAbsent } from './empty-as-absent.ts';
import { GroupCard } from './group-card.tsx';
import type { KeptMessaging } from './kept-settings.ts';
import { useGroup } from './use-group.ts';

/** Who is mailed about SMS (variable 1401), and where the terms stand that hold for them. */
export function AddressesCard({ kept }: { readonly kept: KeptMessaging }) {
  const { t } = useTranslation();
  const group = useGroup(kept, {
    valuesOf: ({ errorAddress = '', forwardTo = '', providerTerms = '' }) => ({
      ...{ errorAddress, forwardTo, providerTerms },
    }),
    settingsOf: ({ errorAddress, forwardTo, providerTerms }) => ({
      errorAddress: emptyAsAbsent(errorAddress),
      forwardTo: emptyAsAbsent(forwardTo),
      providerTerms: emptyAsAbsent(providerTerms),
    }),
  });
  const { form } = group;
  const labels = {
    errorAddress: t('smsSettings.errorAddress'),
    forwardTo: t('smsSettings.forwardTo'),
    providerTerms: t('smsSettings.providerTerms'),
  };
  return (
    <GroupCard name="addresses" title={t('smsSettings.addresses')} group={group} labels={labels}>
      <TextInput
        {...field(form, 'errorAddress')}
        label={labels.errorAddress}
        description={t('smsSettings.errorAddressHint')}
        type="email"
        autoComplete="off"
      />
      <TextInput
        {...field(form, 'forwardTo')}
        label={labels.forwardTo}
        description={t('smsSettings.forwardToHint')}
        type="email"
        autoComplete="off"
      />
      <TextInput
        {...field(form, 'providerTerms')}
        label={labels.providerTerms}
        description={t('smsSettings.providerTermsHint')}
        type="url"
        autoComplete="off"
      />
    </GroupCard>
  );
}
