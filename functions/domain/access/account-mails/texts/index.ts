import type { Language } from '../../../../../contract/catalogues/index.ts';
import type { Notice } from '../../../../../contract/notices.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';

/** Mails with a code. */
export const CODE_MAILS = ['recovery-code', 'mail-address-code'] as const;
export type CodeMail = (typeof CODE_MAILS)[number];
/** Mails that say what to do, in place of a code. */
export const HINT_MAILS = ['login-names', 'issued-login-data'] as const;
export type HintMail = (typeof HINT_MAILS)[number];

/** The built-in mails of one language about somebody's login; each entry is a sentence or a paragraph. */
export interface AccountMailTexts {
  readonly subject: Readonly<Record<CodeMail | HintMail | Notice, (agency: string) => string>>;
  readonly opening: Readonly<Record<CodeMail | HintMail, (agency: string) => string>> &
    Readonly<Record<Notice, (told: { readonly agency: string; readonly moment: string }) => string>>;
  /** an SMS; short enough for one part where the agency's name is */
  readonly sms: (told: { readonly agency: string; readonly code: string; readonly time: string }) => string;
  readonly code: string;
  readonly codeUntil: (moment: string) => string;
  /** for who has not asked for a code */
  readonly notAsked: (agency: string) => string;
  /** after the login names */
  readonly askWithOne: string;
  readonly moreLoginNames: (agency: string) => string;
  /** until when issued login data work, or have worked */
  readonly issuedUntil: (told: { readonly agency: string; readonly moment: string }) => string;
  /** for who has not asked, where there is no code */
  readonly nothingChanged: string;
  /** for who has not made a change */
  readonly notYou: (agency: string) => string;
}

export const accountMailTexts: Readonly<Record<Language, AccountMailTexts>> = { nl, de, pl, en };
