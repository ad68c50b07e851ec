import type { en } from './en/index.ts';
import type { inside } from './en/inside.ts';

/** The languages of the pages, by the name that each gives itself. */
export const LANGUAGES = { nl: 'Nederlands', de: 'Deutsch', pl: 'Polski', en: 'English' } as const;
export type Language = keyof typeof LANGUAGES;

/** The forms that a counted thing has (CLDR, cardinal numbers). Polish: 1 sesja, 2 sesje, 5 sesji, 1,5 sesji. */
interface PluralForms {
  nl: 'one' | 'other';
  de: 'one' | 'other';
  en: 'one' | 'other';
  pl: 'one' | 'few' | 'many' | 'other';
}

type IsForm<K> = K extends `${string}_${PluralForms[Language]}` ? true : false;
type Translated<T, L extends Language> = {
  readonly [K in keyof T as IsForm<K> extends true ? never : K]: T[K] extends string ? string : Translated<T[K], L>;
} & {
  readonly [K in keyof T as K extends `${infer Thing}_other` ? `${Thing}_${PluralForms[L]}` : never]: string;
};

/** All texts of a language: a missing one, or a missing plural form, is a type error. */
export type Catalogue<L extends Language> = Translated<typeof en, L>;
/** Those of what one sees after the log-in, which come with it. */
export type Inside<L extends Language> = Translated<typeof inside, L>;
