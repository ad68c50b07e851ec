import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { isSigned, refuseForm } from './signatures.ts';
import { FileStore } from './store.ts';

/** An upload to the real bucket may have 5 GB; what Heraut lets anybody upload is far below this. */
const FORM_BYTES = 64 * 1024 * 1024;

/** A bucket on this machine: as much of S3 as Heraut uses, refusals included. */
export function serveBucket({ bucket, folder, secret }: { bucket: string; folder: string; secret: string }): Server {
  const store = new FileStore(folder);
  return createServer((request, response) => {
    answer({ bucket, store, secret }, request, response).catch((error) => {
      console.error('a request was not answered:', error);
      response.destroy();
    });
  });
}

interface Served {
  readonly bucket: string;
  readonly store: FileStore;
  readonly secret: string;
}

async function answer(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const { bucket, store, secret } = served;
  const key = decodeURIComponent(url.pathname.slice(bucket.length + 2));
  const query = url.searchParams;
  if (url.pathname === '/') return void response.end();
  if (!url.pathname.startsWith(`/${bucket}/`)) return refuse(response, 404, 'NoSuchBucket');
  // As the rule of the real bucket: the portal's pages may ask.
  response.setHeader('access-control-allow-origin', '*');
  const isForm = request.headers['content-type']?.startsWith('multipart/form-data') ?? false;
  if (request.method === 'POST' && isForm) return takeForm(served, request, response);
  const isOurs = request.headers.authorization !== undefined; // the functions' own calls: their secret opens nothing
  if (!isOurs && !isSigned(request.method ?? '', url, secret, new Date())) return refuse(response, 403, 'AccessDenied');
  switch (request.method) {
    case 'HEAD':
    case 'GET':
      return give(store, key, request, response, query.get('response-content-disposition'));
    case 'PUT': {
      const [uploadId, number] = [query.get('uploadId') ?? '', Number(query.get('partNumber'))];
      const etag = await store.putPiece(uploadId, number, await buffer(request));
      return void response.writeHead(200, { etag: `"${etag}"` }).end();
    }
    case 'POST': {
      if (query.has('uploads'))
        return xml(response, 200, 'InitiateMultipartUploadResult', { UploadId: await store.begin() });
      const body = (await buffer(request)).toString();
      const pieces = [...body.matchAll(/<Part>.*?<\/Part>/gs)].map(([part]) => ({
        number: Number(/<PartNumber>(\d+)</.exec(part)?.[1]),
        etag: /<ETag>(?:"|&quot;)?([0-9a-f]+)/.exec(part)?.[1] ?? '',
      }));
      const isWhole = await store.complete(key, query.get('uploadId') ?? '', pieces);
      return isWhole
        ? xml(response, 200, 'CompleteMultipartUploadResult', { Key: key })
        : refuse(response, 400, 'InvalidPart');
    }
    default:
      return refuse(response, 405, 'MethodNotAllowed');
  }
}

async function takeForm({ bucket, store, secret }: Served, request: IncomingMessage, response: ServerResponse) {
  const type = request.headers['content-type'] ?? '';
  if (Number(request.headers['content-length'] ?? 0) > FORM_BYTES) return refuse(response, 400, 'EntityTooLarge');
  const form = await new Response(await buffer(request), { headers: { 'content-type': type } }).formData();
  const file = form.get('file');
  if (!(file instanceof Blob)) return refuse(response, 400, 'InvalidArgument');
  const fields = new Map([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  const refused = refuseForm(fields, { bucket, bytes: file.size, secret, now: new Date() });
  if (refused !== undefined) return refuse(response, refused.startsWith('Entity') ? 400 : 403, refused);
  await store.put(fields.get('key') ?? '', new Uint8Array(await file.arrayBuffer()));
  response.writeHead(204).end();
}

async function give(
  store: FileStore,
  key: string,
  request: IncomingMessage,
  response: ServerResponse,
  disposition: string | null,
): Promise<void> {
  const size = await store.size(key);
  if (size === undefined) return refuse(response, 404, 'NoSuchKey');
  const [, from] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
  if (from !== undefined && Number(from) >= size) return refuse(response, 416, 'InvalidRange');
  const start = Number(from ?? 0);
  response.writeHead(from === undefined ? 200 : 206, {
    'content-length': size - start,
    ...(disposition !== null && { 'content-disposition': disposition }),
    ...(from !== undefined && { 'content-range': `bytes ${start}-${size - 1}/${size}` }),
  });
  if (request.method === 'HEAD' || size === 0) return void response.end();
  await pipeline(store.read(key, start, size - 1), response);
}

const refuse = (response: ServerResponse, status: number, Code: string) => xml(response, status, 'Error', { Code });

function xml(response: ServerResponse, status: number, root: string, content: Readonly<Record<string, string>>): void {
  const inside = Object.entries(content).map(([name, value]) => `<${name}>${value}</${name}>`);
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?><${root}>${inside.join('')}</${root}>`);
}
