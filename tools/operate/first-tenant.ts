/** `npm run first-tenant`: an agency, and an invitation for its first administrator. docs/operating.md tells how. */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { foundTenant } from '../../functions/domain/operator/found-tenant.ts';
import { checkSite, invitingOn, printInvitation } from './inviting.ts';
import { run, TABLE_OPTIONS } from './table.ts';

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
  checkSite(where);
  const first = { name: administrator, language, mailAddress: mail };
  const invited = await foundTenant(invitingOn(where), { slug, name, country, language }, first);
  console.log(`agency         ${slug} (${invited.tenantId})`);
  console.log(`administrator  ${administrator} (${invited.employeeId})`);
  printInvitation(invited, where);
});
