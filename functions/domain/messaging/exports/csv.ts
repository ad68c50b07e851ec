import type { Language } from '../../../../contract/catalogues/index.ts';
import { sayReason } from '../../../../contract/catalogues/provider-reasons.ts';
import { csvRow } from '../../shared/csv.ts';
import { type MessageSummary, routeOf } from '../model.ts';
import { EXPORT_WORDS } from './words.ts';

/** The mark of UTF-8, and the headings. */
export const headingsOf = (language: Language) => `\uFEFF${csvRow(EXPORT_WORDS[language].headings)}`;

/** A message in the order of the headings. Moments are in UTC, ISO 8601. */
export function lineOf(message: MessageSummary, language: Language): string {
  const { messageId, acceptedAt, state, to, text, parts, credits, senderName, acceptedBy } = message;
  const reason = message.reason === undefined ? '' : sayReason(language, message.reason);
  return csvRow([
    ...[acceptedAt, EXPORT_WORDS[language].states[state], to, text, parts, credits, routeOf(message)],
    ...[
      senderName ?? '',
      acceptedBy,
      message.recordId ?? '',
      message.templateId ?? '',
      message.batchId ?? '',
      reason,
      messageId,
    ],
  ]);
}
