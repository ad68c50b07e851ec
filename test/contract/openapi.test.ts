import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { openApi } from '../../contract/openapi.ts';
import type { OpenApi, Operation } from '../../contract/openapi-document.ts';
import type { Route } from '../../contract/route.ts';
import { errorsOf } from '../../contract/route-errors.ts';
import { routes } from '../../contract/routes/index.ts';
import { loadFunctions, send } from '../support/functions.ts';

const all: [string, Route][] = Object.entries(routes);
let document: OpenApi;
let page: { headers: Record<string, unknown>; body: string };
beforeAll(async () => {
  const functions = await loadFunctions('not used');
  document = (await send(functions, routes.getOpenApi)).body;
  page = await send(functions, routes.getDocs);
});
const operationOf = (route: Route): Operation | undefined => document.paths[route.path]?.[route.method.toLowerCase()];

describe('the OpenAPI document', () => {
  it('is served as it follows from the table', () => {
    expect(document).toEqual(JSON.parse(JSON.stringify(openApi(routes))));
    expect(document.openapi).toBe('3.1.0');
  });

  it.each(all)('holds %s with its answer and all its errors', (name, route) => {
    const operation = operationOf(route);
    expect(operation?.operationId).toBe(name);
    expect(Object.keys(operation?.responses ?? {})).toContain(String(route.answer.status));
    const descriptions = Object.values(operation?.responses ?? {}).map(({ description }) => description);
    for (const code of errorsOf(route)) expect(descriptions.join('\n')).toContain(`\`${code}\``);
  });

  it.each(all)('names every part of the path of %s', (_, route) => {
    const inPath = (operationOf(route)?.parameters ?? []).filter((parameter) => parameter.in === 'path');
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, param]) => param);
    expect(inPath.map(({ name, required }) => ({ name, required }))).toEqual(
      names.map((param) => ({ name: param, required: true })),
    );
  });

  it('has no route but those of the table', () => {
    const count = Object.values(document.paths).reduce((sum, methods) => sum + Object.keys(methods).length, 0);
    expect(count).toBe(all.length);
  });

  it('has a target for every reference, and a use for every schema', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference);
    const schemas = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect([...new Set(references)].sort()).toEqual(schemas.sort());
  });

  it('names only security schemes that it has', () => {
    const used = all.flatMap(([, route]) =>
      (operationOf(route)?.security ?? []).flatMap((scheme) => Object.keys(scheme)),
    );
    expect([...new Set(used)].sort()).toEqual(Object.keys(document.components.securitySchemes).sort());
  });

  it('lets answers grow, and requests not', () => {
    expect(document.components.schemas['SendMessageBody']).toHaveProperty('additionalProperties', false);
    expect(JSON.stringify(document.components.schemas['GetMessageAnswer'])).not.toContain('additionalProperties');
  });
});

describe('the page at /docs', () => {
  it.each(all)('shows %s and a command to try it', (name, route) => {
    expect(page.body).toContain(`<h2 id="${name}">`);
    expect(page.body).toContain(`$HERAUT_URL${route.path.replace(/\{(\w+)\}/g, '$$$1')}&quot;`);
  });

  it('may load nothing but its own style sheet, and asks for nothing else', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page.body)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page.headers['content-security-policy']).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
    expect(page.body).not.toMatch(/<script|<link|<img|style=|\son\w+=|src=/);
  });

  it('has an anchor for each of its own links', () => {
    const targets = new Set([...page.body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    const links = [...page.body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !targets.has(id))).toEqual([]);
    expect(links.length).toBeGreaterThan(all.length);
  });
});
