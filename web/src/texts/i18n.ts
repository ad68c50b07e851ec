import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, type Language } from './catalogue.ts';
import type { en } from './en/index.ts';
import type { inside } from './en/inside.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en & typeof inside };
  }
}

/** Where a browser keeps the language that its reader picked. */
const KEPT_AS = 'heraut-language';

/** Each language is a file of its own: a reader loads one. */
const load: { readonly [L in Language]: () => Promise<object> } = {
  nl: async () => (await import('./nl/index.ts')).nl,
  de: async () => (await import('./de/index.ts')).de,
  pl: async () => (await import('./pl/index.ts')).pl,
  en: async () => (await import('./en/index.ts')).en,
};

/** What comes after the log-in is no load for who only wants to log in. */
const loadInside: { readonly [L in Language]: () => Promise<object> } = {
  nl: async () => (await import('./nl/inside.ts')).inside,
  de: async () => (await import('./de/inside.ts')).inside,
  pl: async () => (await import('./pl/inside.ts')).inside,
  en: async () => (await import('./en/inside.ts')).inside,
};
let isInside = false;

/** Begins in the language that was picked here before, or else in the first of the browser's that we speak. */
export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'none',
    fallbackLng: false,
    // React escapes what it shows
    interpolation: { escapeValue: false },
    resources: {},
  });
  await show(firstLanguage());
}

/** Shows the pages in a language from now on, here and at the next visit. */
export async function pickLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT_AS, language);
  await show(language);
}

/** Brings the texts of what comes after the log-in, in this language and in each that is picked from now on. */
export async function goInside(): Promise<void> {
  isInside = true;
  await show(currentLanguage());
}

export function currentLanguage(): Language {
  return i18next.language as Language;
}

async function show(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await load[language]());
  if (isInside && !i18next.exists('home.title', { lng: language }))
    i18next.addResourceBundle(language, 'translation', await loadInside[language](), true);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

function firstLanguage(): Language {
  const wishes = [localStorage.getItem(KEPT_AS) ?? '', ...navigator.languages].map((tag) => tag.split('-')[0] ?? '');
  return (wishes.find((wish) => Object.hasOwn(LANGUAGES, wish)) ?? 'en') as Language;
}
