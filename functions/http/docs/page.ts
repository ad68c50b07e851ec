import { createHash } from 'node:crypto';
import { en } from '../../../contract/catalogues/en.ts';
import { ERRORS, errorCodes } from '../../../contract/errors.ts';
import type { OpenApi } from '../../../contract/openapi-document.ts';
import { type Html, html, Html as SafeHtml } from './html.ts';
import { code, type Entry, methodName, routeSection } from './route-section.ts';
import { STYLE } from './style.ts';

/** Nothing but the one style sheet in the page itself. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The API as a page to read: the OpenAPI document in words, tables and commands to try. */
export function renderPage(document: OpenApi): string {
  const entries: Entry[] = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${document.info.description}">
<title>${document.info.title} API</title>
<style>${new SafeHtml(STYLE)}</style>
</head>
<body>
<a class="skip" href="#content">Go to the content</a>
<header>
<h1>${document.info.title} API</h1>
<p class="lead">${document.info.description}</p>
<p class="mute">Version ${document.info.version}, also as <a href="/openapi.json">OpenAPI document</a></p>
</header>
<nav aria-label="Routes"><ul>
<li><a href="#begin"><span>How to begin</span></a></li>${entries.map(
    ({ method, operation }) => html`
<li><a href="#${operation.operationId}">${methodName(method)} <span>${operation.summary}</span></a></li>`,
  )}
<li><a href="#errors"><span>Errors</span></a></li></ul></nav>
<main id="content" tabindex="-1">
${introduction}
${entries.map((entry) => routeSection(document, entry))}
${errors()}
</main>
</body>
</html>
`;
  return page.text;
}

const introduction = html`<section aria-labelledby="begin"><h2 id="begin">How to begin</h2>
<p>Ask your administrator for an API token and keep it like a password. The commands on this page take it, and the address of
your installation, from two variables:</p>
${code('Variables of the commands', 'HERAUT_URL=https://heraut.example\nHERAUT_TOKEN=ht_…')}
<p>Requests and answers are JSON in UTF-8, with a body of 256 kB at most. Lists come newest first, with <code>nextCursor</code>
for the next page. Texts of errors come in English, Dutch, German or Polish, by <code>Accept-Language</code>.</p></section>`;

function errors(): Html {
  return html`<section aria-labelledby="errors"><h2 id="errors">Errors</h2>
<p>Each error is <code>application/problem+json</code> (RFC 9457) with a <code>code</code>, what to do in <code>detail</code>, and
under <code>errors</code> each field that is wrong.</p>
<dl>${errorCodes.map(
    (name) => html`
<div id="error-${name}"><dt><code>${name}</code> <span class="mute">${ERRORS[name].status}</span></dt><dd>${en[name].title}. ${en[name].action}</dd></div>`,
  )}</dl></section>`;
}
