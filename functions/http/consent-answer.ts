import type * as z from 'zod/mini';
import type { Language } from '../../contract/catalogues/index.ts';
import { HIRER_CONSENT_TEXT_VERSION, hirerConsentTexts } from '../../contract/hirer-consent-text.ts';
import type { hirerConsent } from '../../contract/routes/hirer-consent.ts';
import { type HirerConsent, UNDECIDED } from '../domain/hirers/model.ts';
import { etag } from './entry-handlers.ts';

/** A consent as the API says it, with the text that a worker would be shown now. */
export function consentAnswer(consent: HirerConsent | undefined, language: Language) {
  const version = consent?.version ?? UNDECIDED;
  const body: z.input<typeof hirerConsent> = {
    given: consent?.given ?? false,
    text: hirerConsentTexts[language],
    textVersion: HIRER_CONSENT_TEXT_VERSION,
    ...(consent && { decided: { at: consent.at, by: consent.by, textVersion: consent.textVersion } }),
    version,
  };
  return { body, headers: { ...etag({ version }), 'content-language': language } };
}
