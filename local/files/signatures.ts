import { createHash, createHmac } from 'node:crypto';

/** AWS Signature Version 4, as far as the bucket's stand-in checks it. Source: Amazon S3 API Reference, "Authenticating Requests". */

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** @param scope `local/20261122/eu-central-1/s3/aws4_request`, as it stands in the credential */
function sign(secret: string, scope: string, text: string): string {
  const [, day = '', region = '', service = '', end = ''] = scope.split('/');
  const key = [day, region, service, end].reduce<Buffer | string>((above, part) => hmac(above, part), `AWS4${secret}`);
  return hmac(key, text).toString('hex');
}

interface Policy {
  readonly expiration: string;
  readonly conditions: readonly (Readonly<Record<string, string>> | readonly [string, number, number])[];
}

/** Why S3 would refuse a form; undefined when it takes it. */
export function refuseForm(
  fields: ReadonlyMap<string, string>,
  { bucket, bytes, secret, now }: { bucket: string; bytes: number; secret: string; now: Date },
): 'AccessDenied' | 'SignatureDoesNotMatch' | 'EntityTooLarge' | 'EntityTooSmall' | undefined {
  const encoded = fields.get('policy') ?? '';
  if (sign(secret, fields.get('x-amz-credential') ?? '', encoded) !== fields.get('x-amz-signature'))
    return 'SignatureDoesNotMatch';
  const policy = JSON.parse(Buffer.from(encoded, 'base64').toString()) as Policy;
  if (new Date(policy.expiration) <= now) return 'AccessDenied';
  const allowed = new Map<string, string>();
  for (const condition of policy.conditions) {
    if (Array.isArray(condition)) {
      const [, least, most] = condition as readonly [string, number, number];
      if (bytes < least) return 'EntityTooSmall';
      if (bytes > most) return 'EntityTooLarge';
    } else
      for (const [field, value] of Object.entries(condition as Readonly<Record<string, string>>))
        allowed.set(field, value);
  }
  if (allowed.get('bucket') !== bucket) return 'AccessDenied';
  const given = [...fields].filter(([field]) => !['policy', 'x-amz-signature'].includes(field));
  return given.every(([field, value]) => allowed.get(field) === value) ? undefined : 'AccessDenied';
}

const escaped = (text: string) =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** Whether an address was signed by who has the secret, and its time is not over. */
export function isSigned(method: string, url: URL, secret: string, now: Date): boolean {
  const query = [...url.searchParams].filter(([name]) => name !== 'X-Amz-Signature');
  const canonical = query.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).toSorted();
  const request = [method, url.pathname, canonical.join('&'), `host:${url.host}\n`, 'host', 'UNSIGNED-PAYLOAD'];
  const date = url.searchParams.get('X-Amz-Date') ?? '';
  const scope = url.searchParams.get('X-Amz-Credential') ?? '';
  const hash = createHash('sha256').update(request.join('\n')).digest('hex');
  const text = ['AWS4-HMAC-SHA256', date, scope.slice(scope.indexOf('/') + 1), hash].join('\n');
  const from = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  const until = from + Number(url.searchParams.get('X-Amz-Expires')) * 1000;
  return until > now.getTime() && sign(secret, scope, text) === url.searchParams.get('X-Amz-Signature');
}
