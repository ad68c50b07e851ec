import type { Language } from '../../../../../contract/catalogues/index.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';

/** The mail with an SMS that came in, in one language. */
export interface ForwardTexts {
  readonly subject: (who: string) => string;
  /** of an SMS by which somebody wants no more */
  readonly stopSubject: (who: string) => string;
  readonly came: (told: { readonly who: string; readonly moment: string }) => string;
  /** where the text lacks parts */
  readonly incomplete: string;
  readonly stopped: string;
}

export const forwardTexts: Readonly<Record<Language, ForwardTexts>> = { nl, de, pl, en };
