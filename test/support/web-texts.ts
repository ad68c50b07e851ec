import { de } from '../../web/src/texts/de/index.ts';
import { inside as insideDe } from '../../web/src/texts/de/inside.ts';
import { en } from '../../web/src/texts/en/index.ts';
import { inside as insideEn } from '../../web/src/texts/en/inside.ts';
import { nl } from '../../web/src/texts/nl/index.ts';
import { inside as insideNl } from '../../web/src/texts/nl/inside.ts';
import { pl } from '../../web/src/texts/pl/index.ts';
import { inside as insidePl } from '../../web/src/texts/pl/inside.ts';

/** All texts of the web app, before and after the log-in. */
export const TEXTS = {
  nl: { ...nl, ...insideNl },
  de: { ...de, ...insideDe },
  pl: { ...pl, ...insidePl },
  en: { ...en, ...insideEn },
} as const;
