import type { Language } from '../../../../contract/catalogues/index.ts';
import { DomainError } from '../../shared/domain-error.ts';

/** In letters of the alphabet of 160: it shall not make a text longer than it is. */
const LINES: Readonly<Record<Language, string>> = {
  nl: 'Geen sms meer? Antwoord STOP',
  de: 'Keine SMS mehr? Antworten Sie STOP',
  pl: 'Nie chcesz SMS? Odpisz STOP',
  en: 'No more SMS? Reply STOP',
};

/**
 * How marketing says that it can be ended for nothing (G3): by an answer; where a name is the sender nobody can answer, and the text itself
 * has to have a link for it.
 *
 * @throws DomainError `invalid-request` for a text without one
 */
export function optOutLine(text: string, language: Language, isAnswerable: boolean): string | undefined {
  if (isAnswerable) return LINES[language];
  if (/\bhttps:\/\/\S/.test(text)) return undefined;
  const message = 'Nobody can answer a name: put an address that begins with https:// into the text, to opt out by';
  throw new DomainError('invalid-request', { errors: [{ path: 'text', message }] });
}
