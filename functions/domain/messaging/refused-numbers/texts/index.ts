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
  readonly batch: BatchRefusalTexts;
}

/** The mail about the wrong numbers of a batch. */
export interface BatchRefusalTexts {
  readonly subject: (agency: string) => string;
  readonly wrong: (told: {
    readonly by: string;
    readonly batch: string;
    readonly moment: string;
    readonly count: number;
  }) => string;
  /** @param more how many there are besides; 0: none */
  readonly lines: (lines: string, more: number) => string;
  readonly results: string;
}

export const refusalTexts: Readonly<Record<Language, RefusalTexts>> = { nl, de, pl, en };
