import type { Language } from '../../../../contract/catalogues/index.ts';
import { sayOwnReason } from '../../../../contract/catalogues/message-reasons.ts';
import { MESSAGE_STATE_WORDS } from '../../../../contract/catalogues/message-states.ts';
import { sayReason } from '../../../../contract/catalogues/provider-reasons.ts';
import { csvRow } from '../../shared/csv.ts';
import { type MessageSummary, routeOf } from '../model.ts';
import { type NameOf, withName } from '../people.ts';
import { EXPORT_HEADINGS } from './words.ts';

/** The mark of UTF-8, and the headings. */
export const headingsOf = (language: Language) => `\uFEFF${csvRow(EXPORT_HEADINGS[language])}`;

/** A message in the order of the headings. Moments are in UTC, ISO 8601. */
export function lineOf(message: MessageSummary, language: Language, nameOf: NameOf): string {
  const { messageId, acceptedAt, state, to, text, parts, credits, senderName, acceptedBy } = message;
  const why = message.reason === undefined ? '' : sayOwnReason(language, sayReason(language, message.reason));
  return csvRow([
    ...[acceptedAt, MESSAGE_STATE_WORDS[language][state], to, text, parts, credits, routeOf(message)],
    ...[
      senderName ?? '',
      withName(acceptedBy, nameOf),
      message.recordId ?? '',
      message.templateId ?? '',
      message.batchId ?? '',
      withName(why, nameOf),
      messageId,
    ],
  ]);
}
