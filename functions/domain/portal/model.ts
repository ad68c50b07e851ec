import type { PortalAction } from '../../../contract/routes/portal-access.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { PortalMail } from './mail-texts/index.ts';

export type PortalStatus = 'disabled' | 'enabled' | 'blocked';

/** A worker's access to the portal. */
export interface PortalAccess {
  readonly tenantId: string;
  readonly workerId: string;
  readonly status: PortalStatus;
  /** of a block: by staff, or by three wrong passwords */
  readonly cause?: 'staff' | 'auto';
  /** as the worker types it; absent while it is disabled */
  readonly loginName?: string;
  /** until when the password works that the system made; absent once the worker has chosen an own one */
  readonly issuedUntil?: string;
  /** goes up with each end of all that was before: sessions, tokens and codes of an older one are void */
  readonly epoch: number;
  /** goes up with each change; 0 where there never was any */
  readonly version: number;
}

export const noAccessYet = (tenantId: string, workerId: string): PortalAccess => ({
  ...{ tenantId, workerId, status: 'disabled', epoch: 0, version: 0 },
});

interface Transition {
  readonly from: readonly PortalStatus[];
  readonly to: PortalStatus;
  /** what becomes of the login data */
  readonly loginData: 'new' | 'kept' | 'deleted';
  /** whether open sessions end */
  readonly endsSessions: boolean;
  readonly mail: PortalMail;
}

/** The life of a portal access (E1-13 to E1-17): what each act of staff needs, and what it does. */
export const TRANSITIONS: Readonly<Record<PortalAction, Transition>> = {
  enable: { from: ['disabled'], to: 'enabled', loginData: 'new', endsSessions: true, mail: 'enabled' },
  disable: { from: ['enabled', 'blocked'], to: 'disabled', loginData: 'deleted', endsSessions: true, mail: 'disabled' },
  'new-login-data': {
    ...{ from: ['enabled', 'blocked'], to: 'enabled', loginData: 'new', endsSessions: true, mail: 'new-login-data' },
  },
  block: { from: ['enabled'], to: 'blocked', loginData: 'kept', endsSessions: true, mail: 'blocked' },
  grant: { from: ['blocked'], to: 'enabled', loginData: 'kept', endsSessions: false, mail: 'granted' },
};

/** @throws DomainError `action-not-possible` with the reason */
export function checkPossible({ status }: Pick<PortalAccess, 'status'>, action: PortalAction): void {
  const { from } = TRANSITIONS[action];
  if (from.includes(status)) return;
  const message = `The access is ${status}; ${action} is possible only when it is ${from.join(' or ')}`;
  throw new DomainError('action-not-possible', { errors: [{ path: 'status', message }] });
}

/** The acts that a status allows. */
export function possibleActions(status: PortalStatus): PortalAction[] {
  return (Object.keys(TRANSITIONS) as PortalAction[]).filter((action) => TRANSITIONS[action].from.includes(status));
}
