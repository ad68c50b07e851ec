import * as z from 'zod/mini';

/** Fields that several routes and messages share. */
export const instant = moment('A moment in UTC, ISO 8601 with milliseconds');
export const messageId = z
  .string()
  .check(z.regex(/^msg_[0-9A-HJKMNP-TV-Z]{26}$/, 'A message id begins with msg_'))
  .register(z.globalRegistry, {
    description: 'Id of a message; sorts by the time it was accepted',
    examples: ['msg_01JD0000000000000000000000'],
  });
/** Given by the box that put the message together. */
export const inboundId = z
  .string()
  .check(z.regex(/^inb_[0-9A-HJKMNP-TV-Z]{26}$/, 'The id of a message that came in begins with inb_'))
  .register(z.globalRegistry, {
    description: 'Id of a message that came in; sorts by the time it came',
    examples: ['inb_01JD0000000000000000000000'],
  });
export const boxId = z
  .string()
  .check(z.regex(/^box_[0-9A-HJKMNP-TV-Z]{26}$/, 'The id of a box begins with box_'))
  .register(z.globalRegistry, { description: 'Id of a box in an office' });
export const employeeId = z
  .string()
  .check(z.regex(/^emp_[0-9A-HJKMNP-TV-Z]{26}$/, 'An employee id begins with emp_'))
  .register(z.globalRegistry, { description: 'Id of an employee' });
export const apiTokenId = z
  .string()
  .check(z.regex(/^tok_[0-9A-HJKMNP-TV-Z]{26}$/, 'The id of an API token begins with tok_'))
  .register(z.globalRegistry, { description: 'Id of an API token' });
export const e164 = z
  .string()
  .check(z.regex(/^\+[1-9]\d{6,14}$/))
  .register(z.globalRegistry, { description: 'A number in E.164: +31612345678' });

/** Of a certificate signing request (PKCS #10) in PEM, in characters; that of an RSA key of 4096 bits has 1,700. */
export const CSR_AT_MOST = 4096;
export const csr = z.string('Give the certificate signing request in PEM').check(z.maxLength(CSR_AT_MOST));

/** No control characters, no half characters (lone surrogates), which no store takes. */
export const NO_CONTROLS = /^[^\p{Cc}\p{Cs}]*$/u;

/** One line that a person typed. */
export function line(missing: string, most: number) {
  return z
    .string(missing)
    .check(
      z.minLength(1, missing),
      z.maxLength(most),
      z.regex(NO_CONTROLS, 'Leave out line breaks and other control characters'),
    );
}

/** One of its own for each meaning: what the document says hangs on the schema. */
export function moment(description: string) {
  return z.iso.datetime().register(z.globalRegistry, { description });
}
