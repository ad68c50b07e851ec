import type { OpenApi, Operation } from '../../../contract/openapi-document.ts';
import { exampleOf, resolve } from './fields.ts';

/** A command to try a route with, in a POSIX shell. */
export function curlOf(document: OpenApi, method: string, path: string, operation: Operation): string {
  const body = operation.requestBody?.content['application/json'];
  const header = (value: string) => `  -H ${value}`;
  return [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}"$HERAUT_URL${path.replace(/\{(\w+)\}/g, '$$$1')}"`,
    ...(operation.security.length > 0 ? [header('"Authorization: Bearer $HERAUT_TOKEN"')] : []),
    ...operation.parameters
      .filter((parameter) => parameter.in === 'header')
      .map(({ name }) => header(`"${name}: $(uuidgen)"`)),
    ...(body
      ? [
          header("'Content-Type: application/json'"),
          `  -d ${quoted(JSON.stringify(exampleOf(resolve(document, body.schema))))}`,
        ]
      : []),
  ].join(' \\\n');
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
