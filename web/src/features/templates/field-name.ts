import type { TFunction } from 'i18next';
import type { RecordPart } from '../../../../contract/message-template.ts';
import type { templates } from '../../texts/en/templates.ts';

const split = (name: string) => name.split('.') as [RecordPart, keyof typeof templates.fields];

/** What a field such as `worker.givenName` belongs to, and what it is called there. */
export const partName = (t: TFunction, name: string): string => t(`templates.parts.${split(name)[0]}`);
export const fieldName = (t: TFunction, name: string): string => t(`templates.fields.${split(name)[1]}`);
