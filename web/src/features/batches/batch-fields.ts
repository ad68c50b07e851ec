import { fieldRefusals } from '../../ui/field-refusals.ts';

/** Where the recipients come from: the id of a selection, or none for a file. */
export const NO_FIELDS = {
  ...{ source: '', file: '', templateId: '', text: '', name: '', sendAt: '', senderName: '' },
  ...{ priority: 'low', duplicates: 'skip' },
};
export type BatchFields = typeof NO_FIELDS;

type Recipients = { readonly uploadId: string } | { readonly selectionId: string };

/** What the API is asked for. Moments are of the reader's clock, as they were typed. */
export function batchBody(fields: BatchFields, recipients: Recipients) {
  const { templateId, text, sendAt, priority, duplicates } = fields;
  const [name, senderName] = [fields.name.trim(), fields.senderName.trim()];
  return {
    ...recipients,
    ...(templateId === '' ? { text } : { templateId }),
    ...(name !== '' && { name }),
    ...(sendAt !== '' && { sendAt: new Date(sendAt).toISOString() }),
    ...(senderName !== '' && { senderName }),
    priority: priority as 'high' | 'normal' | 'low',
    duplicates: duplicates as 'skip' | 'send',
  };
}

const OWN = ['templateId', 'text', 'name', 'sendAt', 'senderName'] as const;

/** What the API refused, at the field that it was typed into. */
export function batchRefusals(error: unknown): Record<string, string> {
  const { uploadId, selectionId, ...own } = fieldRefusals(error, [...OWN, 'uploadId', 'selectionId']);
  return {
    ...own,
    ...(uploadId !== undefined && { file: uploadId }),
    ...(selectionId !== undefined && { source: selectionId }),
  };
}
