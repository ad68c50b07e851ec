import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { PhoneNumbers } from '../../domain/messaging/ports.ts';

/** Google's rules with their full metadata: only those tell a mobile number from a landline. */
export const phoneNumbers: PhoneNumbers = {
  mobile(input, country, prefixes) {
    const parsed = parse(input, country);
    if (!parsed?.isPossible() || parsed.ext) return { problem: 'number-invalid' };
    // The agency's table may be ahead of the numbering plans that we know: a prefix that is new, or closed.
    if (prefixes.length > 0)
      return prefixes.some((prefix) => parsed.number.startsWith(prefix))
        ? { number: parsed.number }
        : { problem: 'number-not-mobile' };
    if (!parsed.isValid()) return { problem: 'number-invalid' };
    // In some countries (the USA among them) nothing in the number tells the two apart.
    const mobile = parsed.getType() === 'MOBILE' || parsed.getType() === 'FIXED_LINE_OR_MOBILE';
    return mobile ? { number: parsed.number } : { problem: 'number-not-mobile' };
  },
  international(input, country) {
    const parsed = parse(input, country);
    return parsed?.isPossible() && !parsed.ext ? parsed.number : undefined;
  },
};

function parse(input: string, country: string) {
  const home: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  return parsePhoneNumberFromString(input, { extract: false, ...(home && { defaultCountry: home }) });
}
