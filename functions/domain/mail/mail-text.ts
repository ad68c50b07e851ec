import { htmlOf } from './html.ts';
import type { MailText } from './ports.ts';

/** A mail of paragraphs, as text and as HTML. @param website see htmlOf */
export function mailText(subject: string, paragraphs: readonly string[], language: string, website?: string): MailText {
  return { subject, text: paragraphs.join('\n\n'), html: htmlOf(paragraphs, language, website) };
}
