import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { S3Files } from '../../../functions/adapters/s3/files.ts';
import { S3FileLinks } from '../../../functions/adapters/s3/links.ts';
import type { Clock } from '../../../functions/domain/shared/clock.ts';
import { serveBucket } from '../../../local/files/server.ts';

const NAME = 'heraut-files';
const REGION = 'eu-central-1';

/** A bucket of its own for a test file, on the stand-in of the local stack. */
export async function startBucket(clock: Clock = { now: () => new Date() }) {
  const folder = await mkdtemp(join(tmpdir(), 'heraut-bucket-'));
  const server = serveBucket({ bucket: NAME, folder, secret: 'local' });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' });
  const client = new S3Client({ endpoint, region: REGION, requestChecksumCalculation: 'WHEN_REQUIRED' });
  return {
    name: NAME,
    endpoint,
    links: new S3FileLinks({ name: NAME, region: REGION, endpoint }, clock),
    files: new S3Files(client, NAME),
    async close() {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

/** Sends a form as a browser does. */
export async function upload(
  { url, fields }: { readonly url: string; readonly fields: Readonly<Record<string, string>> },
  content: string | Uint8Array<ArrayBuffer>,
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([content]), 'recipients.csv');
  return fetch(url, { method: 'POST', body: form });
}
