import type { FieldFault } from './errors.ts';
import { checkPlaceholders, fillText, namesIn } from './placeholders.ts';

/** What a template for mails to a worker may hold, as `{{name}}`; each is put in when the mail is sent. */
export const PLACEHOLDERS = {
  worker: 'The worker’s name',
  tenant: 'The agency’s name',
  branch: 'The name of the worker’s branch; nothing where there is none',
  accountManager: 'The name of the worker’s account manager; nothing where there is none',
  contactAddress: 'The mail address for questions, by the agency’s mail policy; nothing where there is none',
  date: 'The day of the mail, in words',
  loginName: 'The login name that the system made',
  password: 'The password that the system made',
  validUntil: 'Until when login name and password work, in words',
  website: 'The sentence that names the portal’s address; nothing where the agency’s settings have none',
} as const;
export type Placeholder = keyof typeof PLACEHOLDERS;
export const placeholderNames = Object.keys(PLACEHOLDERS) as Placeholder[];

/** Login data can't be used without both. */
const NEEDED = ['loginName', 'password'] as const satisfies readonly Placeholder[];

const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(PLACEHOLDERS, name);

/** Puts values in place of the placeholders. A line of placeholders alone that all are empty is left out. */
export function fillPlaceholders(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return fillText(text, (name) => (isPlaceholder(name) ? values[name] : undefined));
}

/** What is wrong with the body of a template: each with its line, counted from 1. */
export function checkTemplateBody(body: string): FieldFault[] {
  const missing = NEEDED.filter((name) => !namesIn(body).includes(name));
  const message = '{placeholder} is missing: this mail carries login data';
  const faults = missing.map((name): FieldFault => ({ message, values: { placeholder: `{{${name}}}` } }));
  return [...checkPlaceholders(body, placeholderNames), ...faults];
}

/** What is wrong with a subject. It shows in lists and on locked screens. */
export function checkTemplateSubject(subject: string): FieldFault[] {
  const message = 'A subject can be read by others: leave {placeholder} out';
  const secret: FieldFault = { message, values: { placeholder: '{{password}}' } };
  return [...checkPlaceholders(subject, placeholderNames), ...(namesIn(subject).includes('password') ? [secret] : [])];
}
