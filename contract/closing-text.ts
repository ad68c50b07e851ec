import * as z from 'zod/mini';
import { CLOSING_TEXT_AT_MOST } from './closing-text-at-most.ts';

export const closingText = z
  .string()
  .check(
    z.minLength(1, 'Leave it out if there is none'),
    z.maxLength(CLOSING_TEXT_AT_MOST),
    z.regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r])*$/u, 'Leave out control characters other than line breaks'),
  );
