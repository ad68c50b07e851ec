import type { Language } from '../../../../../contract/catalogues/index.ts';
import type { Refusal } from '../model.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';

/** The mail about an SMS that was refused for its number, in one language. */
export interface RefusalTexts {
  readonly subject: (agency: string) => string;
  readonly refused: (told: { readonly by: string; readonly recipient: string; readonly moment: string }) => string;
  readonly reason: Readonly<Record<Refusal, string>>;
  readonly numbers: (numbers: string) => string;
}

export const refusalTexts: Readonly<Record<Language, RefusalTexts>> = { nl, de, pl, en };
