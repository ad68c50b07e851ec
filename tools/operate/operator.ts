/** `npm run operator`: an operator, invited by a link that is printed here; or one less. docs/operating.md tells how. */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { OPERATORS_SLUG } from '../../functions/domain/directory/model.ts';
import { inviteOperator, removeOperator } from '../../functions/domain/operator/keep-operator.ts';
import { checkSite, invitingOn, printInvitation } from './inviting.ts';
import { run, TABLE_OPTIONS } from './table.ts';

const text = { type: 'string' } as const;
const options = {
  ...{ name: text, mail: text, language: text, site: text },
  remove: { type: 'boolean' } as const,
  ...TABLE_OPTIONS,
};
const where = { table: z.string().optional(), region: z.string().optional() };
const mail = z.email('--mail is missing, or no mail address: that of the operator');
const removing = z.object({ mail, ...where });
const inviting = z.object({
  mail,
  name: z.string('--name is missing: the name of the operator'),
  language: z.enum(['nl', 'de', 'pl', 'en'], '--language is nl, de, pl or en').default('en'),
  site: z.url('--site is no address: where the pages are, such as https://app.example.org').optional(),
  ...where,
});

function checked<T>(schema: z.ZodType<T>, given: object): T {
  const result = schema.safeParse(given);
  if (!result.success) throw new Error(result.error.issues.map(({ message }) => message).join('\n'));
  return result.data;
}

await run(async () => {
  const { remove, ...given } = parseArgs({ options }).values;
  if (remove) {
    const { mail: mailAddress, ...at } = checked(removing, given);
    const { id, fields } = await removeOperator(invitingOn(at), mailAddress);
    return console.log(`${fields.name} (${id}) is no operator any more: login and sessions are gone.`);
  }
  const { name, mail: mailAddress, language, ...at } = checked(inviting, given);
  checkSite(at);
  const invited = await inviteOperator(invitingOn(at), { name, language, mailAddress });
  console.log(`operator       ${name} (${invited.employeeId}), who logs in at “${OPERATORS_SLUG}”`);
  printInvitation(invited, at);
});
