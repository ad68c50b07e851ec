import { useQuery } from '@tanstack/react-query';
import type { Permission } from '../../../contract/permissions.ts';
import { sessionQuery } from './session.ts';

/** Whether whoever is logged in may do this now. The page has asked who that is before it opened. */
export function useMay(permission: Permission): boolean {
  const { data } = useQuery({ ...sessionQuery, enabled: false });
  return data?.permissions.includes(permission) ?? false;
}
