import type { FieldMessage, FieldValues } from '../../../contract/catalogues/field-messages/index.ts';
import type { WorkerFields } from '../../../contract/routes/directory/workers.ts';
import type { MailTemplateFields } from '../../../contract/routes/mail-templates.ts';
import type { PortalAction } from '../../../contract/routes/portal-access.ts';
import type { Entries } from '../directory/entries/ports.ts';
import { DomainError } from '../shared/domain-error.ts';
import { TRANSITIONS } from './model.ts';

export interface TemplateText {
  readonly subject: string;
  readonly body: string;
}

export type MailTemplates = Pick<Entries<MailTemplateFields>, 'find'>;

/**
 * The text of a template in the worker's language; undefined where none was picked.
 *
 * @throws DomainError `invalid-request`: the template, or its text in this language, does not exist, or the mail takes none
 */
export async function pickTemplate(
  templates: MailTemplates,
  { tenantId, action, worker }: { tenantId: string; action: PortalAction; worker: Pick<WorkerFields, 'language'> },
  templateId: string | undefined,
): Promise<TemplateText | undefined> {
  if (templateId === undefined) return undefined;
  if (TRANSITIONS[action].loginData !== 'new') throw refused('Templates are for mails that carry login data');
  const template = await templates.find(tenantId, templateId);
  if (!template) throw refused('There is no {id}', { id: templateId });
  const text = template.fields.texts[worker.language];
  const { language } = worker;
  if (!text)
    throw refused('It has no text in the worker’s language ({language}): add one, or pick another', { language });
  return text;
}

const refused = (message: FieldMessage, values: FieldValues = {}) =>
  new DomainError('invalid-request', { errors: [{ path: 'templateId', message, values }] });
