import type { FieldMessage, FieldValues } from '../../../contract/catalogues/field-messages/index.ts';
import type { Permission } from '../../../contract/permissions.ts';
import { fillText, namesIn } from '../../../contract/placeholders.ts';
import type { MessageTemplateFields } from '../../../contract/routes/message-templates.ts';
import type { Entries } from '../directory/entries/ports.ts';
import { DomainError } from '../shared/domain-error.ts';
import { findRecord } from './records/find-record.ts';
import type { RecipientRecord, Records } from './records/model.ts';

export interface WriteDependencies {
  readonly records: Records;
  readonly templates: Pick<Entries<MessageTemplateFields>, 'find'>;
}

export interface Writer {
  readonly tenantId: string;
  /** of the agency */
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
}

/** A text, or a template whose fields are filled in from the record that it goes to. */
export interface WantedText {
  /** a number, or the id of a record; a preview may have none */
  readonly to?: string | undefined;
  readonly text?: string | undefined;
  readonly templateId?: string | undefined;
  /** of a line of a list: in place of a record, or over what the record has */
  readonly values?: Readonly<Record<string, string>> | undefined;
}

export interface WrittenText {
  readonly text: string;
  readonly record?: RecipientRecord | undefined;
  readonly template?: MessageTemplateFields | undefined;
  /** names of the template's fields that the record has nothing for */
  readonly missing: readonly string[];
}

/** @throws DomainError `invalid-request` for a record or template that does not exist or does not fit, `not-permitted` */
export async function writeMessage(
  { records, templates }: WriteDependencies,
  writer: Writer,
  { to, text, templateId, values: given }: WantedText,
): Promise<WrittenText> {
  const [template, record] = await Promise.all([
    templateId === undefined ? undefined : findTemplate(templates, writer.tenantId, templateId),
    to === undefined ? undefined : findRecord(records, writer, to, templateId !== undefined),
  ]);
  if (!template) return { text: text ?? '', record, missing: [] };
  if (record ? record.kind !== template.for : !given)
    throw refused('to', 'This template takes its fields from a {kind}: give the id of one', { kind: template.for });
  const values: Readonly<Record<string, string>> = { ...record?.values, 'agency.name': writer.name, ...given };
  const missing = [...new Set(namesIn(template.text))].filter((name) => values[name] === undefined);
  return { text: fillText(template.text, (name) => values[name]), record, template, missing };
}

async function findTemplate(templates: WriteDependencies['templates'], tenantId: string, templateId: string) {
  const template = await templates.find(tenantId, templateId);
  if (!template) throw refused('templateId', 'There is no {id}', { id: templateId });
  return template.fields;
}

const refused = (path: string, message: FieldMessage, values: FieldValues = {}) =>
  new DomainError('invalid-request', { errors: [{ path, message, values }] });
