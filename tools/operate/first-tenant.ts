/** `npm run first-tenant`: an agency, and an invitation for its first administrator. docs/operating.md tells how. */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { secrets } from '../../functions/adapters/crypto/secrets.ts';
import { AccountRepository } from '../../functions/adapters/dynamodb/account-repository.ts';
import { DirectoryRepository } from '../../functions/adapters/dynamodb/directory-repository.ts';
import { EmployeeRepository } from '../../functions/adapters/dynamodb/employee-repository.ts';
import { InvitationRepository } from '../../functions/adapters/dynamodb/invitation-repository.ts';
import { LoginRepository } from '../../functions/adapters/dynamodb/login-repository.ts';
import { RoleRepository } from '../../functions/adapters/dynamodb/role-repository.ts';
import { invitationLink } from '../../functions/domain/access/invitations/model.ts';
import { foundTenant } from '../../functions/domain/operator/found-tenant.ts';
import { clock, localSite, newId, run, TABLE_OPTIONS, tableOf } from './table.ts';

const text = { type: 'string' } as const;
const options = {
  ...{ slug: text, name: text, country: text, language: text, administrator: text, mail: text, site: text },
  ...TABLE_OPTIONS,
};
const given = z.object({
  slug: z.string('--slug is missing: the short name that staff type at login, such as west'),
  name: z.string('--name is missing: the name of the agency'),
  country: z.enum(['NL', 'DE', 'AT', 'PL'], '--country is NL, DE, AT or PL'),
  language: z.enum(['nl', 'de', 'pl', 'en'], '--language is nl, de, pl or en'),
  administrator: z.string('--administrator is missing: the name of the first administrator'),
  mail: z.email('--mail is missing, or no mail address: that of the first administrator'),
  site: z.url('--site is no address: where the pages are, such as https://app.example.org').optional(),
  table: z.string().optional(),
  region: z.string().optional(),
});

await run(async () => {
  const checked = given.safeParse(parseArgs({ options }).values);
  if (!checked.success) throw new Error(checked.error.issues.map(({ message }) => message).join('\n'));
  const { slug, name, country, language, administrator, mail, ...where } = checked.data;
  if (where.table !== undefined && where.site === undefined)
    throw new Error('--site is missing: where the pages of this deployment are, such as https://app.example.org');
  const table = tableOf(where);
  const deps = {
    directory: new DirectoryRepository(table),
    logins: new LoginRepository(table),
    accounts: new AccountRepository(table),
    employees: new EmployeeRepository(table),
    roles: new RoleRepository(table),
    invitations: new InvitationRepository(table),
    ...{ secrets, clock, newId, sessionsLeft: console.error },
  };
  const first = { name: administrator, language, mailAddress: mail };
  const { tenantId, employeeId, invitation, token } = await foundTenant(deps, { slug, name, country, language }, first);
  console.log(`agency         ${slug} (${tenantId})`);
  console.log(`administrator  ${administrator} (${employeeId})`);
  console.log(`invitation     until ${invitation.expiresAt}; give it to nobody else, it is shown this once:`);
  console.log(`  ${invitationLink(where.site ?? localSite(), token)}`);
});
