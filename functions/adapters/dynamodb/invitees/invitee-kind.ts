import type { Invitee } from '../../../domain/access/invitations/model.ts';
import type { Item, Key, Write } from '../table.ts';

/** How one kind of person is invited: what is read of them, and what an accepted invitation changes. */
export interface InviteeKind {
  keys(tenantId: string, personId: string): Key[];
  /** from the items at the keys; undefined where there is nobody to invite */
  inviteeOf(items: readonly (Item | undefined)[]): Omit<Invitee, 'tenant'> | undefined;
  /** with the login name as it was typed; each on the condition that the access is still as it was read */
  accepted(items: readonly (Item | undefined)[], loginName: string): Write[];
}
