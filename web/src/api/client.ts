import { createClient } from '../../../contract/client.ts';
import { CLIENT_HEADER } from '../../../contract/route.ts';
import { currentLanguage } from '../texts/i18n.ts';

/** The API on the page's own site; its errors come in the language of the page. */
export const api = createClient({
  baseUrl: '',
  headers: { [CLIENT_HEADER]: 'web' },
  fetch: (input, init = {}) =>
    fetch(input, { ...init, headers: { ...init.headers, 'accept-language': currentLanguage() } }),
});
