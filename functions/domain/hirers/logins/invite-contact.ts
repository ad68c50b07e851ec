import type { Invitations } from '../../access/invitations/ports.ts';
import {
  type SendInvitationDependencies,
  type SentInvitation,
  sendInvitation,
} from '../../access/invitations/send-invitation.ts';
import type { Contact } from '../../directory/entries/kinds.ts';
import type { Actor } from '../../directory/entries/model.ts';
import type { Entries } from '../../directory/entries/ports.ts';
import { DomainError } from '../../shared/domain-error.ts';

export interface InviteContactDependencies extends SendInvitationDependencies {
  readonly invitations: Pick<Invitations, 'put' | 'findInvitee'>;
  readonly contacts: Pick<Entries<Contact>, 'find'>;
}

/** Mails a contact of a company a link to choose login data by. @throws DomainError `not-found` */
export async function inviteContact(
  deps: InviteContactDependencies,
  actor: Actor,
  { companyId, contactId }: { readonly companyId: string; readonly contactId: string },
  site: string,
): Promise<SentInvitation> {
  const contact = await deps.contacts.find(actor.tenantId, contactId);
  const invitee = await deps.invitations.findInvitee(actor.tenantId, contactId);
  if (contact?.fields.companyId !== companyId || !invitee) throw new DomainError('not-found');
  return sendInvitation(deps, actor, invitee, site);
}
