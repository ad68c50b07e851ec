import * as z from 'zod/mini';
import { csr } from '../fields.ts';
import { topics } from './names.ts';

/** SHA-256 of a certificate in DER, in hexadecimal: its name in AWS IoT, too. */
export const fingerprint = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/**
 * What a box says about its certificate, on a topic of its own. `request`: it has a new key. `in-use`: it is connected with this
 * certificate, and needs none that it had before.
 */
export const certificateUplink = z.discriminatedUnion('type', [
  z.object({ type: z.literal('request'), csr }),
  z.object({ type: z.literal('in-use'), fingerprint }),
]);
export type CertificateUplink = z.infer<typeof certificateUplink>;

/** The answers to the two; said again as often as the box asks. */
export const certificateDownlink = z.discriminatedUnion('type', [
  z.object({ type: z.literal('certificate'), certificate: z.string() }),
  z.object({ type: z.literal('certificate-confirmed'), fingerprint }),
]);
export type CertificateDownlink = z.infer<typeof certificateDownlink>;

/** The IoT rule that puts them on the queue `box-certificates`; in the form of `ruleMessage`. */
export const CERTIFICATE_RULE_SQL = `SELECT clientid() AS thing, timestamp() AS heardAt, encode(*, 'base64') AS payload FROM '${topics.allCertificate}'`;
