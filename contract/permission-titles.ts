import type { Permission } from './permissions.ts';

/**
 * What each permission is called. The number is the one staff know from their present software, where there is one. Apart
 * from the names, as functions need those alone.
 */
export const PERMISSION_TITLES: Readonly<Record<Permission, { readonly title: string; readonly number?: string }>> = {
  'messages:send': { title: 'Send SMS' },
  'messages:read': { title: 'See the list of SMS', number: '1669' },
  'messages:menu': { title: 'Have the menu item for sending SMS', number: '298004' },
  'opt-outs:manage': { title: 'Record who wants no SMS or wants advertising, and undo it' },
  'templates:manage': { title: 'See and change templates', number: '150037' },
  'mobile-prefixes:manage': { title: 'See and change the table of mobile prefixes', number: '101024' },
  'credits:read': { title: 'See the balance of credits' },
  'workers:read': { title: 'See workers' },
  'workers:manage': { title: 'Record, change and remove workers' },
  'portal-access:manage': { title: 'Enable, block and disable workers’ access to the portal' },
  'companies:read': { title: 'See companies and their contacts' },
  'companies:manage': { title: 'Record, change and remove companies and their contacts' },
  'hirer-logins:manage': { title: 'Give contacts of companies a login, and take it away' },
  'placements:read': { title: 'See placements' },
  'placements:manage': { title: 'Record, change and remove placements' },
  'employees:read': { title: 'See employees and roles' },
  'employees:manage': { title: 'Invite, change, deactivate and remove employees' },
  'roles:manage': { title: 'Make, change and remove roles' },
  'audit:read': { title: 'See who did and who saw what' },
  'settings:manage': { title: 'Change the agency’s settings and branches' },
  'boxes:read': { title: 'See the boxes in the offices and how they are' },
  'boxes:manage': { title: 'Add, remove, pause, reset and ask the boxes in the offices' },
  'api-tokens:manage': { title: 'Make and withdraw API tokens' },
};
