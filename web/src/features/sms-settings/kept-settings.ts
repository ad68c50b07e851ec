import { type QueryKey, queryOptions, useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '../../../../contract/client.ts';
import type { MessagingSettings } from '../../../../contract/messaging-settings.ts';
import type { Settings } from '../../../../contract/routes/settings.ts';
import { agencySettingsQuery } from '../../api/agency-settings.ts';
import { api } from '../../api/client.ts';
import { servicesQuery } from '../../api/services.ts';
import { sessionQuery } from '../../api/session.ts';
import type { Kept } from './use-group.ts';

export const messagingSettingsQuery = queryOptions({
  queryKey: ['messaging-settings'],
  queryFn: () => api.getMessagingSettings(),
});
export type KeptMessaging = Kept<MessagingSettings>;

/** The settings of SMS. A change counts at once, also for what this reader may do. */
export function useMessagingSettings(all: Awaited<ReturnType<typeof api.getMessagingSettings>>): KeptMessaging {
  const queryClient = useQueryClient();
  const reread = useRereadOnConflict();
  const { responsibility: _, version, ...settings } = all;
  return {
    settings,
    save: reread(messagingSettingsQuery.queryKey, async (change) => {
      const changed = await api.changeMessagingSettings({ body: { ...settings, ...change }, version });
      queryClient.setQueryData(messagingSettingsQuery.queryKey, changed);
      await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
      await queryClient.invalidateQueries(servicesQuery());
    }),
  };
}

/** The agency's own settings, of which the warning about few credits is one. */
export function useAgencySettings(all: Awaited<ReturnType<typeof api.getSettings>>): Kept<Settings> {
  const queryClient = useQueryClient();
  const reread = useRereadOnConflict();
  const { version, ...settings } = all;
  return {
    settings,
    save: reread(agencySettingsQuery.queryKey, async (change) => {
      const changed = await api.changeSettings({ body: { ...settings, ...change }, version });
      queryClient.setQueryData(agencySettingsQuery.queryKey, changed);
    }),
  };
}

/** After somebody else's change the page shows it; the reader's own is still typed in, and may be saved over it. */
export function useRereadOnConflict() {
  const queryClient = useQueryClient();
  return <C>(queryKey: QueryKey, save: (change: C) => Promise<void>) =>
    async (change: C) => {
      try {
        await save(change);
      } catch (error) {
        if (error instanceof ProblemError && error.problem?.code === 'changed-meanwhile')
          await queryClient.invalidateQueries({ queryKey });
        throw error;
      }
    };
}
