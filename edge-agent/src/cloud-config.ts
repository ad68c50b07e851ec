import * as z from 'zod';
import { host, path, port } from './config-fields.ts';

/** With what the box proves who it is: a folder that `join` made and the agent renews, or files that somebody else looks after. */
type Proof =
  | { readonly identity: string; readonly renewAfterDays: number }
  | { readonly certificate: string; readonly privateKey: string };

const ONE_PROOF = 'give identity, the folder that join made, or certificate and privateKey';
const RENEW_AFTER_DAYS = 365;

/** Where the cloud is, and with what the box proves who it is. */
export const cloudConfig = z
  .strictObject({
    host,
    port: port.default(8883),
    /** PEM file: whose signature the broker must bear */
    authority: path,
    identity: path.optional(),
    /** of a certificate; it is renewed then, and in any case when a third of its life is left */
    renewAfterDays: z.number('give days').positive('give more than 0 days').max(3650, '3650 is the most').optional(),
    /** PEM files */
    certificate: path.optional(),
    privateKey: path.optional(),
  })
  .transform(({ host, port, authority, identity, renewAfterDays, certificate, privateKey }, context) => {
    const refuse = (message: string) => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    const endpoint = { host, port, authority };
    const files = certificate !== undefined || privateKey !== undefined;
    if (files === (identity !== undefined)) return refuse(ONE_PROOF);
    if (identity !== undefined) return { ...endpoint, identity, renewAfterDays: renewAfterDays ?? RENEW_AFTER_DAYS };
    if (renewAfterDays !== undefined) return refuse('renewAfterDays goes with identity');
    if (certificate === undefined || privateKey === undefined) return refuse(ONE_PROOF);
    return { ...endpoint, certificate, privateKey };
  })
  .pipe(z.custom<{ host: string; port: number; authority: string } & Proof>());
