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

/** A status, and whose block it is: by wrong passwords, or by staff, who may put theirs in the place of the other. */
type Standing = PortalStatus | 'blocked-automatically';

export const standingOf = ({ status, cause }: Pick<PortalAccess, 'status' | 'cause'>): Standing =>
  status === 'blocked' && cause === 'auto' ? 'blocked-automatically' : status;

interface Transition {
  readonly from: readonly Standing[];
  readonly to: PortalStatus;
  /** what becomes of the login data */
  readonly loginData: 'new' | 'kept' | 'deleted';
  /** whether open sessions end */
  readonly endsSessions: boolean;
  readonly mail: PortalMail;
}

const ANY_BLOCK = ['blocked', 'blocked-automatically'] as const;
const OPEN_OR_BLOCKED = ['enabled', ...ANY_BLOCK] as const;

/** The life of a portal access (E1-13 to E1-17): what each act of staff needs, and what it does. */
export const TRANSITIONS: Readonly<Record<PortalAction, Transition>> = {
  enable: { from: ['disabled'], to: 'enabled', loginData: 'new', endsSessions: true, mail: 'enabled' },
  disable: { from: OPEN_OR_BLOCKED, to: 'disabled', loginData: 'deleted', endsSessions: true, mail: 'disabled' },
  'new-login-data': {
    ...{ from: OPEN_OR_BLOCKED, to: 'enabled', loginData: 'new', endsSessions: true, mail: 'new-login-data' },
  },
  block: {
    ...{ from: ['enabled', 'blocked-automatically'], to: 'blocked', loginData: 'kept' },
    ...{ endsSessions: true, mail: 'blocked' },
  },
  grant: { from: ANY_BLOCK, to: 'enabled', loginData: 'kept', endsSessions: false, mail: 'granted' },
};

/** @throws DomainError `action-not-possible` with the reason */
export function checkPossible(access: Pick<PortalAccess, 'status' | 'cause'>, action: PortalAction): void {
  const { from } = TRANSITIONS[action];
  const status = standingOf(access);
  if (from.includes(status)) return;
  const message = 'The access is {status}; {action} is possible only when it is {from}';
  const values = { status, action, from: from.join(' / ') };
  throw new DomainError('action-not-possible', { errors: [{ path: 'status', message, values }] });
}

/** The acts that are allowed as it stands. */
export function possibleActions(access: Pick<PortalAccess, 'status' | 'cause'>): PortalAction[] {
  const standing = standingOf(access);
  return (Object.keys(TRANSITIONS) as PortalAction[]).filter((action) => TRANSITIONS[action].from.includes(standing));
}
