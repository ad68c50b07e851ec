import type { ErrorCode } from '../errors.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';

/** What an error says: the title names it, the action says what to do. */
export type ErrorCatalogue = Readonly<Record<ErrorCode, { readonly title: string; readonly action: string }>>;

export const catalogues = { en, nl, de, pl } as const satisfies Record<string, ErrorCatalogue>;
export type Language = keyof typeof catalogues;
