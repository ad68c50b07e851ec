/**
 * What an employee's role, or an API token's scope, may allow. The number is the one staff know from their
 * present software, where there is one.
 */
export const PERMISSIONS = {
  'messages:send': { title: 'Send SMS' },
  'messages:read': { title: 'See the list of SMS', number: '1669' },
  'credits:read': { title: 'See the balance of credits' },
  'workers:read': { title: 'See workers' },
  'workers:manage': { title: 'Record, change and remove workers' },
  'portal-access:manage': { title: 'Enable, block and disable workers’ access to the portal' },
  'companies:read': { title: 'See companies and their contacts' },
  'companies:manage': { title: 'Record, change and remove companies and their contacts' },
  'placements:read': { title: 'See placements' },
  'placements:manage': { title: 'Record, change and remove placements' },
  'settings:manage': { title: 'Change the agency’s settings and branches' },
  'boxes:read': { title: 'See the boxes in the offices and how they are' },
  'boxes:manage': { title: 'Add, remove, pause, reset and ask the boxes in the offices' },
  'api-tokens:manage': { title: 'Make and withdraw API tokens' },
} as const satisfies Record<string, { title: string; number?: string }>;

export type Permission = keyof typeof PERMISSIONS;
export const permissionNames = Object.keys(PERMISSIONS) as [Permission, ...Permission[]];

/** What a token may be given. Making tokens is not among it: a leaked one cannot outlive its end. */
export type Scope = Exclude<Permission, 'api-tokens:manage'>;
export const scopeNames = permissionNames.filter((name) => name !== 'api-tokens:manage') as [Scope, ...Scope[]];
