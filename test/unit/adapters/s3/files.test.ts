import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PIECE_BYTES } from '../../../../functions/domain/shared/files.ts';
import { startBucket, upload } from '../../../support/files/bucket.ts';

let bucket: Awaited<ReturnType<typeof startBucket>>;
let ahead = 0;
beforeAll(async () => {
  bucket = await startBucket({ now: () => new Date(Date.now() + ahead) });
});
afterAll(() => bucket.close());

const LIMITS = { mostBytes: 20, contentType: 'text/csv', seconds: 900 };
const KEY = 'uploads/ten_1/upl_1.csv';

async function contentOf(key: string, from?: number): Promise<string | undefined> {
  const stream = await bucket.files.read(key, from);
  if (!stream) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe('a file that is uploaded by a form', () => {
  it('is read from any byte on', async () => {
    expect((await upload(await bucket.links.uploadForm(KEY, LIMITS), 'to\n+31612345678\n')).status).toBe(204);
    expect(await bucket.files.size(KEY)).toBe(16);
    expect(await contentOf(KEY)).toBe('to\n+31612345678\n');
    expect(await contentOf(KEY, 3)).toBe('+31612345678\n');
    expect(await contentOf(KEY, 16)).toBe('');
  });

  it('is refused where it is larger than allowed, empty, late, for another place, or signed by nobody', async () => {
    const form = await bucket.links.uploadForm('uploads/ten_1/upl_2.csv', LIMITS);
    expect(await (await upload(form, 'x'.repeat(21))).text()).toContain('EntityTooLarge');
    expect(await (await upload(form, '')).text()).toContain('EntityTooSmall');
    const elsewhere = { ...form, fields: { ...form.fields, key: 'uploads/ten_2/upl_2.csv' } };
    expect((await upload(elsewhere, 'to')).status).toBe(403);
    const forged = { ...form, fields: { ...form.fields, 'x-amz-signature': '0'.repeat(64) } };
    expect(await (await upload(forged, 'to')).text()).toContain('SignatureDoesNotMatch');
    ahead = -901_000;
    const old = await bucket.links.uploadForm('uploads/ten_1/upl_2.csv', LIMITS);
    ahead = 0;
    expect((await upload(old, 'to')).status).toBe(403);
    expect(await bucket.files.size('uploads/ten_1/upl_2.csv')).toBeUndefined();
    expect(await bucket.files.read('uploads/ten_1/upl_2.csv')).toBeUndefined();
  });
});

describe('a file that is written in pieces', () => {
  it('is there once it is complete, and is downloaded by a link of limited time', async () => {
    const key = 'exports/ten_1/exp_1.csv';
    const begun = await bucket.files.begin(key, 'text/csv');
    const first = await bucket.files.put(begun, 1, Buffer.alloc(PIECE_BYTES, 'a'));
    await bucket.files.put(begun, 2, Buffer.from('lost with the process that put it'));
    const second = await bucket.files.put(begun, 2, Buffer.from('b\n'));
    expect(await bucket.files.size(key)).toBeUndefined();
    await bucket.files.complete(begun, [first, second]);
    expect(await bucket.files.size(key)).toBe(PIECE_BYTES + 2);
    const link = await bucket.links.downloadLink(key, { fileName: 'sms berichten.csv', seconds: 60 });
    const answer = await fetch(link);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="sms berichten.csv"');
    expect((await answer.text()).slice(-3)).toBe('ab\n');
    expect((await fetch(link.replace('exp_1', 'exp_2'))).status).toBe(403);
    ahead = -61_000;
    const old = await bucket.links.downloadLink(key, { fileName: 'sms.csv', seconds: 60 });
    ahead = 0;
    expect((await fetch(old)).status).toBe(403);
    expect((await fetch(link.split('?')[0] ?? '')).status).toBe(403);
  });
});
