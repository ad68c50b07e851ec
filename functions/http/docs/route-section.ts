import type { OpenApi, Operation, Response } from '../../../contract/openapi-document.ts';
import { curlOf } from './curl.ts';
import { type Field, fieldsOf, resolve, typeOf } from './fields.ts';
import { type Html, html, prose } from './html.ts';

/** A route as the page shows it. */
export interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** What a route needs and does, the command to try it, and what it answers. */
export function routeSection(document: OpenApi, { method, path, operation }: Entry): Html {
  const { operationId: id, requestBody, responses } = operation;
  const body = requestBody?.content['application/json']?.schema;
  const [status = '', success] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
  const answer = success?.content?.['application/json']?.schema;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${operation.summary}</h2>
<p class="address">${methodName(method)} <code>${path}</code></p>
<p>${prose(operation.description)} Answers ${status}${answer ? '' : success?.content ? ', a page' : ', with no body'}.</p>
${fields(
  'Parameters',
  operation.parameters.map((parameter) => ({
    path: parameter.name,
    type: `${typeOf(parameter.schema)} (${parameter.in})`,
    required: parameter.required,
    description: parameter.description ?? '',
  })),
)}
${body && fields('Body', fieldsOf(resolve(document, body)))}
<h3>Try it</h3>
${code(`Command for: ${operation.summary}`, curlOf(document, method, path, operation))}
${answer && fields('Answer', fieldsOf(resolve(document, answer)))}
<h3>Errors</h3><ul class="codes">${errorItems(responses)}</ul></section>
`;
}

export function methodName(method: string): Html {
  return html`<span class="method ${method}">${method.toUpperCase()}</span>`;
}

/** A box that scrolls by itself where a line is too long, by the keyboard too. */
export function code(label: string, text: string): Html {
  return html`<pre tabindex="0" role="group" aria-label="${label}"><code>${text}</code></pre>`;
}

function fields(heading: string, list: readonly Field[]): Html {
  if (list.length === 0) return html``;
  return html`<h3>${heading}</h3><dl>${list.map(
    ({ path, type, required, description }) => html`
<div><dt><code>${path}</code>${!required && html` <span class="mute">optional</span>`}</dt><dd class="mute">${type}</dd>${description && html`<dd>${prose(description)}</dd>`}</div>`,
  )}</dl>`;
}

function errorItems(responses: Readonly<Record<string, Response>>): Html[] {
  return Object.entries(responses).flatMap(([status, { content, description }]) =>
    content?.['application/problem+json']
      ? [...description.matchAll(/^`([a-z-]+)`/gm)].map(
          ([, name]) => html`<li><a href="#error-${name}">${status} <code>${name}</code></a></li>`,
        )
      : [],
  );
}
