import type { Language } from '../../../../contract/catalogues/index.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';

/** Which mail: after which act on a worker's portal access. */
export type PortalMail = 'enabled' | 'disabled' | 'new-login-data' | 'blocked' | 'granted';

/** Who and when, as it is written in the language of the mail. */
export interface Occasion {
  /** the agency's name */
  readonly agency: string;
  readonly date: string;
}

/** The built-in mails of one language; each entry is a paragraph. */
export interface PortalMailTexts {
  /** BCP 47, for the date */
  readonly locale: string;
  readonly subject: Readonly<Record<PortalMail, (occasion: Occasion) => string>>;
  readonly opening: Readonly<Record<PortalMail, (occasion: Occasion) => string>>;
  readonly loginName: string;
  readonly password: string;
  readonly website: (address: string) => string;
  readonly changeBoth: string;
  /** until when an issued password works */
  readonly validUntil: (moment: string) => string;
  readonly questions: (to: { agency: string; accountManager?: string; contactAddress?: string }) => string;
}

export const portalMailTexts: Readonly<Record<Language, PortalMailTexts>> = { nl, de, pl, en };
