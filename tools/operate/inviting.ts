import { secrets } from '../../functions/adapters/crypto/secrets.ts';
import { AccountRepository } from '../../functions/adapters/dynamodb/account-repository.ts';
import { DirectoryRepository } from '../../functions/adapters/dynamodb/directory-repository.ts';
import { EmployeeRepository } from '../../functions/adapters/dynamodb/employee-repository.ts';
import { InvitationRepository } from '../../functions/adapters/dynamodb/invitation-repository.ts';
import { LoginRepository } from '../../functions/adapters/dynamodb/login-repository.ts';
import { RoleRepository } from '../../functions/adapters/dynamodb/role-repository.ts';
import { invitationLink } from '../../functions/domain/access/invitations/model.ts';
import type { Invited } from '../../functions/domain/operator/invite-administrator.ts';
import { clock, localSite, newId, tableOf } from './table.ts';

/** Where a command works; without a table on the local stack. */
export interface Where {
  readonly table?: string | undefined;
  readonly region?: string | undefined;
  /** where the pages are */
  readonly site?: string | undefined;
}

/** What commands that invite somebody are made of. */
export function invitingOn(where: Where) {
  const table = tableOf(where);
  return {
    directory: new DirectoryRepository(table),
    logins: new LoginRepository(table),
    accounts: new AccountRepository(table),
    employees: new EmployeeRepository(table),
    roles: new RoleRepository(table),
    invitations: new InvitationRepository(table),
    ...{ secrets, clock, newId, sessionsLeft: console.error },
  };
}

/** A link to a deployment has to name it. */
export function checkSite({ table, site }: Where): void {
  if (table !== undefined && site === undefined)
    throw new Error('--site is missing: where the pages of this deployment are, such as https://app.example.org');
}

export function printInvitation({ invitation, token }: Invited, { site = localSite() }: Where): void {
  console.log(`invitation     until ${invitation.expiresAt}; give it to nobody else, it is shown this once:`);
  console.log(`  ${invitationLink(site, token)}`);
}
