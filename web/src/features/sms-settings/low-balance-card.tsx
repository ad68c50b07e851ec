import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { api } from '../../api/client.ts';
import { fieldRefusals } from '../../ui/field-refusals.ts';
import { field } from '../../ui/form.tsx';
import { GroupCard } from './group-card.tsx';
import { useAgencySettings } from './kept-settings.ts';
import { useGroup } from './use-group.ts';

interface LowBalanceCardProps {
  readonly settings: Awaited<ReturnType<typeof api.getSettings>>;
}

/** From when on credits are few, and who is told (E0-9). */
export function LowBalanceCard({ settings }: LowBalanceCardProps) {
  const { t } = useTranslation();
  const group = useGroup(useAgencySettings(settings), {
    valuesOf: ({ lowBalance }) => ({
      threshold: String(lowBalance?.threshold ?? ''),
      warned: lowBalance?.mailAddress ?? '',
    }),
    settingsOf: ({ threshold, warned }) => ({
      lowBalance:
        threshold.trim() || warned.trim() ? { threshold: Number(threshold), mailAddress: warned.trim() } : undefined,
    }),
  });
  const { form } = group;
  const labels = { threshold: t('smsSettings.threshold'), warned: t('smsSettings.warned') };
  return (
    <GroupCard
      name="low-balance"
      title={t('smsSettings.lowBalance')}
      group={group}
      labels={labels}
      refusals={(error) => {
        const { 'lowBalance.threshold': threshold, 'lowBalance.mailAddress': warned } = fieldRefusals(error, PATHS);
        return { ...(threshold !== undefined && { threshold }), ...(warned !== undefined && { warned }) };
      }}
    >
      <TextInput
        {...field(form, 'threshold')}
        label={labels.threshold}
        description={t('smsSettings.thresholdHint')}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextInput {...field(form, 'warned')} label={labels.warned} type="email" autoComplete="off" />
    </GroupCard>
  );
}

const PATHS = ['lowBalance.threshold', 'lowBalance.mailAddress'];
