import type { FieldFault } from './errors.ts';
import { checkPlaceholders, fillText } from './placeholders.ts';
import { smsText } from './sms-text.ts';

/** What a template of SMS may name of a record, as `{{worker.name}}`. Another kind of record is another line here. */
export const RECORD_FIELDS = {
  worker: { name: 'The worker’s whole name', givenName: 'The given name', familyName: 'The family name' },
  contact: {
    name: 'The contact’s whole name',
    givenName: 'The given name',
    familyName: 'The family name',
    jobTitle: 'What the contact does',
  },
  company: { name: 'The company’s name' },
  employee: { name: 'The employee’s name, or that of the account manager', mailAddress: 'The mail address' },
  branch: {
    name: 'The branch’s name',
    phone: 'Its first telephone number',
    contactAddress: 'Its mail address for questions',
  },
  agency: { name: 'The agency’s name' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;
export type RecordPart = keyof typeof RECORD_FIELDS;

/** Whom a template is for, and what it may name for them: their own fields, and those of what they belong to. */
export const RECIPIENT_PARTS = {
  worker: ['worker', 'branch', 'employee', 'agency'],
  contact: ['contact', 'company', 'branch', 'employee', 'agency'],
  company: ['company', 'branch', 'employee', 'agency'],
  employee: ['employee', 'agency'],
} as const satisfies Readonly<Record<string, readonly RecordPart[]>>;
export type RecipientKind = keyof typeof RECIPIENT_PARTS;
export const recipientKinds = Object.keys(RECIPIENT_PARTS) as [RecipientKind, ...RecipientKind[]];

/** Names of the placeholders that a template for these recipients may have. */
export const fieldNames = (kind: RecipientKind): string[] =>
  RECIPIENT_PARTS[kind].flatMap((part) => Object.keys(RECORD_FIELDS[part]).map((field) => `${part}.${field}`));

/** What is wrong with the text of a template: each with its line, counted from 1; and that it has more parts than it may. */
export function checkMessageTemplate(text: string, kind: RecipientKind, partsAtMost: number): FieldFault[] {
  const parts = smsText(fillText(text, () => '')).parts.length;
  const message = 'It has {parts} parts before its fields are filled in, {most} at most are wanted';
  const tooLong: FieldFault = { message, values: { parts, most: partsAtMost } };
  return [...checkPlaceholders(text, fieldNames(kind)), ...(parts > partsAtMost ? [tooLong] : [])];
}
