import { InvitationRepository } from '../../functions/adapters/dynamodb/invitation-repository.ts';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import { acceptInvitation } from '../../functions/domain/access/invitations/accept-invitation.ts';
import { makeInvitation } from '../../functions/domain/access/invitations/send-invitation.ts';
import { accessOn, anAddress, PASSWORD } from './agency.ts';
import { newId } from './messages.ts';

/** Invites a contact, who accepts; nothing is mailed. @returns the login name */
export async function giveLogin(
  table: Table,
  { tenantId, contactId }: { tenantId: string; contactId: string },
): Promise<string> {
  const invitations = new InvitationRepository(table);
  const deps = { ...accessOn(table), invitations };
  const invitee = await invitations.findInvitee(tenantId, contactId);
  if (!invitee) throw new Error('there is no such contact');
  const { token } = await makeInvitation(deps, { id: newId('emp'), requestId: 'test', address: '192.0.2.1' }, invitee);
  const loginName = `hirer.${newId('con').slice(4)}`;
  await acceptInvitation(deps, {
    token,
    loginName,
    password: PASSWORD,
    address: anAddress(),
    requestId: 'req-test',
    browser: {},
  });
  return loginName;
}
