import { front } from './front.ts';

/** Its routes are open: there is nobody to ask for. */
export function apiDocs() {
  return front();
}
