import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { fromEnv } from '@aws-sdk/credential-provider-env';
import { getSigningKey, SignatureV4 } from '@smithy/signature-v4';
import { after, type Clock, SECOND } from '../../domain/shared/clock.ts';
import type { FileLinks, UploadForm } from '../../domain/shared/files.ts';

export interface Bucket {
  readonly name: string;
  readonly region: string;
  /** absent: AWS; else a stand-in that takes the bucket's name in the path */
  readonly endpoint?: string | undefined;
}

/**
 * Addresses by which a browser or a system puts a file into the bucket, or gets one out of it, without a login. They are signed in the
 * name of the function that gives them, and open nothing that its role does not. No call is made, and the S3 client is not loaded.
 * Source: Amazon S3 API Reference, "Authenticating Requests: Using Query Parameters" and "Browser-Based Uploads Using POST".
 */
export class S3FileLinks implements FileLinks {
  readonly #bucket: Bucket;
  readonly #clock: Clock;
  readonly #credentials = fromEnv();

  constructor(bucket: Bucket, clock: Clock) {
    this.#bucket = bucket;
    this.#clock = clock;
  }

  async uploadForm(key: string, { mostBytes, contentType, seconds }: Parameters<FileLinks['uploadForm']>[1]) {
    const now = this.#clock.now();
    const until = after(now, seconds * SECOND);
    const { accessKeyId, secretAccessKey, sessionToken } = await this.#credentials();
    const { name, region } = this.#bucket;
    const date = amzDate(now);
    const day = date.slice(0, 8);
    const conditional = {
      key,
      'Content-Type': contentType,
      'x-amz-algorithm': 'AWS4-HMAC-SHA256',
      'x-amz-credential': `${accessKeyId}/${day}/${region}/s3/aws4_request`,
      'x-amz-date': date,
      ...(sessionToken !== undefined && { 'x-amz-security-token': sessionToken }),
    };
    const policy = {
      expiration: until.toISOString(),
      conditions: [
        { bucket: name },
        ...Object.entries(conditional).map(([field, value]) => ({ [field]: value })),
        ['content-length-range', 1, mostBytes],
      ],
    };
    const encoded = Buffer.from(JSON.stringify(policy)).toString('base64');
    const signingKey = await getSigningKey(Sha256, { accessKeyId, secretAccessKey }, day, region, 's3');
    const signature = createHmac('sha256', signingKey).update(encoded).digest('hex');
    const fields = { ...conditional, policy: encoded, 'x-amz-signature': signature };
    return { url: this.#address(), fields, until } satisfies UploadForm;
  }

  async downloadLink(key: string, { fileName, seconds }: Parameters<FileLinks['downloadLink']>[1]): Promise<string> {
    const url = new URL(`${this.#address()}${key}`);
    const signer = new SignatureV4({
      credentials: this.#credentials,
      region: this.#bucket.region,
      service: 's3',
      sha256: Sha256,
      uriEscapePath: false,
    });
    const request = {
      method: 'GET',
      protocol: url.protocol,
      hostname: url.hostname,
      ...(url.port !== '' && { port: Number(url.port) }),
      path: url.pathname,
      query: { 'response-content-disposition': `attachment; filename="${fileName}"` },
      headers: { host: url.host },
    };
    // What is downloaded is not known when it is signed.
    const unsigned = { headers: { ...request.headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } };
    const { query = {} } = await signer.presign(
      { ...request, ...unsigned },
      {
        expiresIn: seconds,
        signingDate: this.#clock.now(),
        unsignableHeaders: new Set(['x-amz-content-sha256']),
      },
    );
    url.search = new URLSearchParams(query as Record<string, string>).toString().replaceAll('+', '%20');
    return url.toString();
  }

  /** With a slash at its end. */
  #address(): string {
    const { name, region, endpoint } = this.#bucket;
    return endpoint === undefined ? `https://${name}.s3.${region}.amazonaws.com/` : `${endpoint}/${name}/`;
  }
}

/** `20261122T073000Z` */
const amzDate = (moment: Date) => `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** SHA-256 as the SDK's signer wants it. */
class Sha256 {
  readonly #hash: Hash | Hmac;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    const key = typeof secret === 'string' ? secret : secret && bytesOf(secret);
    this.#hash = key === undefined ? createHash('sha256') : createHmac('sha256', key);
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(typeof data === 'string' ? data : bytesOf(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    throw new Error('a hash is taken once');
  }
}

const bytesOf = (data: ArrayBuffer | ArrayBufferView): Uint8Array =>
  ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
