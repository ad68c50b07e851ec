import { api } from './front.ts';
import { fileLinks, newId, table } from './parts.ts';

export function apiBatches() {
  const one = table();
  return { uploads: { links: fileLinks(), newId }, api: api(one) };
}
