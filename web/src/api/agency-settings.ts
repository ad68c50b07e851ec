import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';

/** What the agency decides for all of its staff. */
export const agencySettingsQuery = queryOptions({
  queryKey: ['agency-settings'],
  queryFn: () => api.getSettings(),
});
