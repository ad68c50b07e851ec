import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { field, tickBox } from '../../ui/form.tsx';
import { withAsked } from '../../ui/with-asked.ts';
import { emptyAsAbsent } from './empty-as-absent.ts';
import { GroupCard } from './group-card.tsx';
import type { KeptMessaging } from './kept-settings.ts';
import { useGroup } from './use-group.ts';

/** Whether SMS are there at all, who may send them, and under which name (E0-2, E0-3, E0-6, E0-7, variable 1400). */
export function OfferCard({ kept }: { readonly kept: KeptMessaging }) {
  const { t } = useTranslation();
  const group = useGroup(kept, {
    valuesOf: ({ serviceOn, offered, senderRole = '', senderName = '', senderNameShown, senderNameChangeable }) => ({
      ...{ serviceOn, offered, senderRole, senderName, senderNameShown, senderNameChangeable },
    }),
    settingsOf: ({ senderRole, senderName, ...rest }) => ({
      ...rest,
      senderRole: emptyAsAbsent(senderRole) as KeptMessaging['settings']['senderRole'],
      senderName: emptyAsAbsent(senderName),
    }),
  });
  const { form } = group;
  const roles = useRoles(kept.settings.senderRole);
  const labels = {
    serviceOn: t('smsSettings.serviceOn'),
    offered: t('smsSettings.offered'),
    senderRole: t('smsSettings.senderRole'),
    senderName: t('sms.toOffer.senderName'),
    senderNameShown: t('smsSettings.shown'),
    senderNameChangeable: t('smsSettings.changeable'),
  };
  return (
    <GroupCard name="offer" title={t('smsSettings.offer')} group={group} labels={labels}>
      <Checkbox {...tickBox(form, 'serviceOn')} label={labels.serviceOn} description={t('smsSettings.serviceOnHint')} />
      <Checkbox {...tickBox(form, 'offered')} label={labels.offered} description={t('smsSettings.offeredHint')} />
      <NativeSelect
        {...field(form, 'senderRole')}
        label={labels.senderRole}
        description={t('smsSettings.senderRoleHint')}
        data={[{ value: '', label: t('smsSettings.everyRole') }, ...roles]}
      />
      <TextInput
        {...field(form, 'senderName')}
        label={labels.senderName}
        description={t('sms.toOffer.senderNameHint')}
        autoComplete="off"
      />
      <NativeSelect
        {...field(form, 'senderNameShown')}
        label={labels.senderNameShown}
        description={t('smsSettings.shownHint')}
        data={[
          { value: 'line', label: t('smsSettings.shownAs.line') },
          { value: 'sender', label: t('smsSettings.shownAs.sender') },
        ]}
      />
      <Checkbox
        {...tickBox(form, 'senderNameChangeable')}
        label={labels.senderNameChangeable}
        description={t('smsSettings.changeableHint')}
      />
    </GroupCard>
  );
}

/** Roles that the service can be tied to, with the one that it is tied to, also where the reader may not see roles. */
function useRoles(present: string | undefined) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['roles'],
    queryFn: () => api.listRoles(),
    enabled: useMay('employees:read'),
  });
  const known = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return withAsked(known, present, t('smsSettings.otherRole'));
}
