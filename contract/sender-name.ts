import * as z from 'zod/mini';

/** What networks take as an alphanumeric sender, and what fits under a text. */
export const senderName = z
  .string('Give a sender name')
  .check(
    z.regex(
      /^(?=.*\p{L})[\p{L}\p{N} ]{1,11}$/u,
      'A sender name has 1 to 11 letters, digits and spaces, with a letter among them',
    ),
  );
