import type { Language } from '../index.ts';
import type { accounts } from './accounts.ts';
import type { agency } from './agency.ts';
import type { batches } from './batches.ts';
import type { boxes } from './boxes.ts';
import type { choices } from './choices.ts';
import type { kinds } from './kinds.ts';
import type { messaging } from './messaging.ts';
import type { modems } from './modems.ts';
import type { operator } from './operator.ts';
import type { people } from './people.ts';
import type { providers } from './providers.ts';
import type { schedule } from './schedule.ts';
import type { Translated } from './translated.ts';
import type { webhooks } from './webhooks.ts';

/**
 * What can be wrong with a field, in English, by which its translations are found: a message that has none is a type error in the
 * domain, and fails a test in a schema.
 */
export type FieldMessage =
  | keyof typeof kinds
  | keyof typeof accounts
  | keyof typeof people
  | keyof typeof agency
  | keyof typeof batches
  | keyof typeof boxes
  | keyof typeof choices
  | keyof typeof messaging
  | keyof typeof modems
  | keyof typeof operator
  | keyof typeof providers
  | keyof typeof schedule
  | keyof typeof webhooks;
export type FieldValues = Readonly<Record<string, string | number>>;

/** Says a message in a language, with its numbers as they are written there: 100.000 in German. */
export type SayField = (language: Language, message: FieldMessage, values?: FieldValues) => string;

/** Of these areas alone: a function loads the texts that it may need, and says any others in English. */
export function fieldMessages(...areas: readonly Readonly<Record<string, Translated>>[]): SayField {
  const texts: Readonly<Record<string, Translated>> = Object.assign({}, ...areas);
  return (language, message, values = {}) => {
    const text = language === 'en' ? message : (texts[message]?.[language] ?? message);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name] ?? whole;
      return typeof value === 'number' ? value.toLocaleString(language) : value;
    });
  };
}
