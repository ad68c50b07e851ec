import type { JsonSchema, OpenApi } from '../../../contract/openapi-document.ts';

export interface Field {
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

/** Where a `$ref` leads to; others as they are. */
export function resolve(document: OpenApi, schema: JsonSchema): JsonSchema {
  const name = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined;
  return name === undefined ? schema : (document.components.schemas[name] ?? {});
}

/** The fields of an object, those of each form that it may have, and those of objects and lists within it too: `items[].id`. */
export function fieldsOf(schema: JsonSchema, prefix = ''): Field[] {
  const options = schema['oneOf'] ?? schema['anyOf'];
  if (Array.isArray(options)) return options.flatMap((option: JsonSchema) => fieldsOf(option, prefix));
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>);
  const required = (schema['required'] ?? []) as readonly string[];
  return properties.flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const inner = (field['items'] as JsonSchema | undefined) ?? field;
    return [
      { path, type: typeOf(field), required: required.includes(name), description: String(field['description'] ?? '') },
      ...fieldsOf(inner, inner === field ? `${path}.` : `${path}[].`),
    ];
  });
}

/** In plain words, with its limits. */
export function typeOf(schema: JsonSchema): string {
  const { type, enum: values, const: only, items } = schema;
  if (only !== undefined) return `"${only}"`;
  if (Array.isArray(values)) return `one of ${values.join(', ')}`;
  if (type === 'array') return `list of ${typeOf((items ?? {}) as JsonSchema)}`;
  const name = type === 'string' ? 'text' : type === 'integer' ? 'whole number' : String(type ?? 'any');
  const limits = [
    ...limit(schema, 'minLength', 'maxLength', ' characters'),
    ...limit(schema, 'minimum', 'maximum', ''),
    ...(schema['default'] === undefined ? [] : [`${schema['default']} if left out`]),
  ];
  return [name, ...limits].join(', ');
}

function limit(schema: JsonSchema, least: string, most: string, unit: string): string[] {
  const [from, to] = [schema[least], schema[most]].map((value) =>
    typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined,
  );
  if (from !== undefined && to !== undefined) return [`${from} to ${to}${unit}`];
  if (from !== undefined) return [`at least ${from}${unit}`];
  return to === undefined ? [] : [`at most ${to}${unit}`];
}

/** A value that fits: the schema's own example, or else one made up from its type. */
export function exampleOf(schema: JsonSchema): unknown {
  const { examples, default: fallback, enum: values, const: only, type, properties, items, required } = schema;
  if (Array.isArray(examples)) return examples[0];
  if (fallback !== undefined || only !== undefined) return fallback ?? only;
  if (Array.isArray(values)) return values[0];
  if (type === 'array') return [exampleOf((items ?? {}) as JsonSchema)];
  if (type === 'integer' || type === 'number') return schema['minimum'] ?? 1;
  if (type === 'boolean') return true;
  if (type !== 'object') return '…';
  const names = (required ?? []) as readonly string[];
  const fields = Object.entries((properties ?? {}) as Record<string, JsonSchema>).filter(([name]) =>
    names.includes(name),
  );
  return Object.fromEntries(fields.map(([name, field]) => [name, exampleOf(field)]));
}
