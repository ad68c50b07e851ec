import { momentIn } from '../../mail/moments.ts';
import type { Mail } from '../../mail/ports.ts';
import { portalMailTexts } from '../../portal/mail-texts/index.ts';
import type { Addressee } from './addressee.ts';
import { type Envelope, letter } from './compose-account-mail.ts';
import { accountMailTexts } from './texts/index.ts';

/** A mail to an address that several people share: each login name, to ask once more with one of them. */
export function composeLoginNames(
  envelope: Envelope,
  addressee: Addressee,
  { loginNames, areMore }: { readonly loginNames: readonly string[]; readonly areMore: boolean },
): Mail {
  const { agency, language } = addressee;
  const texts = accountMailTexts[language];
  return letter(envelope, addressee, texts.subject['login-names'](agency), [
    texts.opening['login-names'](agency),
    loginNames.join('\n'),
    texts.askWithOne,
    ...(areMore ? [texts.moreLoginNames(agency)] : []),
    texts.nothingChanged,
  ]);
}

/** A mail to a worker who has not yet used the issued login data; `until` they work, or have worked. */
export function composeIssuedHint(envelope: Envelope, addressee: Addressee, until: Date): Mail {
  const { agency, language } = addressee;
  const texts = accountMailTexts[language];
  const moment = momentIn(portalMailTexts[language].locale, until);
  return letter(envelope, addressee, texts.subject['issued-login-data'](agency), [
    texts.opening['issued-login-data'](agency),
    texts.issuedUntil({ agency, moment }),
    texts.nothingChanged,
  ]);
}
