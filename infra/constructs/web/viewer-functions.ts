import { VIEWER_HEADER } from '../../../contract/origin.ts';
import { ASSETS_PATH, PAGES } from '../../../contract/site.ts';

// CloudFront Functions, in the JavaScript of cloudfront-js-2.0.

/** The pages are one document; besides there are assets, and nothing else. A custom error answer would take the API's 403 and 404 for pages. */
export const PAGES_FUNCTION = `
const PAGES = ${JSON.stringify(PAGES)};
function handler(event) {
  const request = event.request;
  if (PAGES.includes(request.uri)) request.uri = '/index.html';
  else if (!request.uri.startsWith('${ASSETS_PATH}')) return {
    statusCode: 404,
    statusDescription: 'Not Found',
    headers: { 'content-type': { value: 'text/plain; charset=utf-8' }, 'cache-control': { value: 'no-store' } },
    body: { encoding: 'text', data: 'Not found\\n' },
  };
  return request;
}`.trim();

/** AllViewerExceptHostHeader passes on what viewers send, and what a function adds, but no header of CloudFront's own. */
export const API_FUNCTION = `
function handler(event) {
  const request = event.request;
  request.headers['${VIEWER_HEADER}'] = { value: event.viewer.ip };
  return request;
}`.trim();
