import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { field, tickBox } from '../../ui/form.tsx';
import { GroupCard } from './group-card.tsx';
import type { KeptMessaging } from './kept-settings.ts';
import { useGroup } from './use-group.ts';

/** What the daily work with SMS looks like: the list in the menu (E3-10), and the seconds to think again. */
export function WorkCard({ kept }: { readonly kept: KeptMessaging }) {
  const { t } = useTranslation();
  const group = useGroup(kept, {
    valuesOf: ({ listInMenu, undoSeconds }) => ({ listInMenu, undoSeconds: String(undoSeconds ?? '') }),
    settingsOf: ({ listInMenu, undoSeconds }) => ({
      listInMenu,
      // what is no number is for the API to refuse, which says what is wanted
      undoSeconds: undoSeconds.trim() === '' ? undefined : Number(undoSeconds),
    }),
  });
  const { form } = group;
  const labels = { listInMenu: t('smsSettings.listInMenu'), undoSeconds: t('smsSettings.undoSeconds') };
  return (
    <GroupCard name="work" title={t('smsSettings.work')} group={group} labels={labels}>
      <Checkbox
        {...tickBox(form, 'listInMenu')}
        label={labels.listInMenu}
        description={t('smsSettings.listInMenuHint')}
      />
      <TextInput
        {...field(form, 'undoSeconds')}
        label={labels.undoSeconds}
        description={t('smsSettings.undoSecondsHint')}
        inputMode="numeric"
        autoComplete="off"
      />
    </GroupCard>
  );
}
