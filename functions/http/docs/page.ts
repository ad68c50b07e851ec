import { createHash } from 'node:crypto';
import { en } from '../../../contract/catalogues/en.ts';
import { ERRORS, errorCodes } from '../../../contract/errors.ts';
import type { OpenApi, Operation, Response } from '../../../contract/openapi-document.ts';
import { curlOf } from './curl.ts';
import { type Field, fieldsOf, resolve, typeOf } from './fields.ts';
import { type Html, html, prose, Html as SafeHtml } from './html.ts';
import { STYLE } from './style.ts';

/** Nothing but the one style sheet in the page itself. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

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
<title>${document.info.title} API</title>
<style>${new SafeHtml(STYLE)}</style>
</head>
<body>
<a class="skip" href="#content">Go to the content</a>
<header>
<h1>${document.info.title} API</h1>
<p>${document.info.description}</p>
<p class="mute">Version ${document.info.version}, also as <a href="/openapi.json">OpenAPI document</a></p>
</header>
<nav aria-label="Routes"><ul>${entries.map(
    ({ method, path, operation }) => html`
<li><a href="#${operation.operationId}">${operation.summary}</a> <code>${method.toUpperCase()} ${path}</code></li>`,
  )}
<li><a href="#errors">Errors</a></li></ul></nav>
<main id="content">
${introduction}
${entries.map((entry) => route(document, entry))}
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

function route(document: OpenApi, { method, path, operation }: Entry): Html {
  const { operationId: id, requestBody, responses } = operation;
  const body = requestBody?.content['application/json']?.schema;
  const [status = '', success] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
  const answer = success?.content?.['application/json']?.schema;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${operation.summary}</h2>
<p><span class="method">${method.toUpperCase()}</span> <code>${path}</code></p>
<p>${prose(operation.description)} Answers ${status}${answer ? '' : success?.content ? ', a page' : ', with no body'}.</p>
${table(
  'Parameters',
  operation.parameters.map((parameter) => ({
    path: parameter.name,
    type: `${typeOf(parameter.schema)} (${parameter.in})`,
    required: parameter.required,
    description: parameter.description ?? '',
  })),
)}
${body && table('Body', fieldsOf(resolve(document, body)))}
${answer && table('Answer', fieldsOf(resolve(document, answer)))}
<h3>Errors</h3><ul>${errorItems(responses)}</ul>
<h3>Try it</h3>
${code(`Command for: ${operation.summary}`, curlOf(document, method, path, operation))}</section>
`;
}

function table(caption: string, fields: readonly Field[]): Html {
  if (fields.length === 0) return html``;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Value</th><th scope="col">Meaning</th></tr></thead>
<tbody>${fields.map(
    ({ path, type, required, description }) => html`
<tr><th scope="row"><code>${path}</code>${!required && html` <span class="mute">optional</span>`}</th><td>${type}</td><td>${description}</td></tr>`,
  )}</tbody></table></div>`;
}

function errorItems(responses: Readonly<Record<string, Response>>): Html[] {
  const codes = Object.values(responses).flatMap(({ content, description }) =>
    content?.['application/problem+json']
      ? [...description.matchAll(/^`([a-z-]+)`/gm)].map((match) => match[1] ?? '')
      : [],
  );
  return codes.map((name) => html`<li><a href="#error-${name}"><code>${name}</code></a></li>`);
}

function errors(): Html {
  return html`<section aria-labelledby="errors"><h2 id="errors">Errors</h2>
<p>Each error is <code>application/problem+json</code> (RFC 9457) with a <code>code</code>, what to do in <code>detail</code>, and
under <code>errors</code> each field that is wrong.</p>
<div class="scroll" tabindex="0" role="group" aria-label="All errors"><table><caption>All errors</caption>
<thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead>
<tbody>${errorCodes.map(
    (name) => html`
<tr id="error-${name}"><th scope="row"><code>${name}</code></th><td>${ERRORS[name].status}</td><td>${en[name].title}. ${en[name].action}</td></tr>`,
  )}</tbody></table></div></section>`;
}

function code(label: string, text: string): Html {
  return html`<pre tabindex="0" role="group" aria-label="${label}"><code>${text}</code></pre>`;
}
