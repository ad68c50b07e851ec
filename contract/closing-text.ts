import * as z from 'zod/mini';

/** Of a text that stands under every SMS, in characters: two of it still leave room in one part. */
export const CLOSING_TEXT_AT_MOST = 160;

export const closingText = z
  .string()
  .check(
    z.minLength(1, 'Leave it out if there is none'),
    z.maxLength(CLOSING_TEXT_AT_MOST),
    z.regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r])*$/u, 'Leave out control characters other than line breaks'),
  );
