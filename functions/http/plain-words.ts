// Not z.core.toDotPath: that would bundle all of zod.

import * as z from 'zod/mini';
import { toDotPath } from 'zod/v4/core';
import type { FieldError } from '../../contract/errors.ts';
import { isFieldCode } from '../../contract/field-messages.ts';

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
};
const UNITS: Readonly<Record<string, string>> = { string: 'characters', array: 'entries' };

/** Says in plain words what is wrong and what to give. A message that a schema brings itself goes before these. */
function say(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `Give ${KINDS[issue.expected] ?? 'a value'}; it is missing`
        : `Give ${KINDS[issue.expected] ?? 'another value'} here`;
    case 'too_small':
      return UNITS[issue.origin]
        ? `Give at least ${issue.minimum} ${UNITS[issue.origin]}`
        : `Give ${issue.minimum} or more`;
    case 'too_big':
      return UNITS[issue.origin]
        ? `Give at most ${issue.maximum} ${UNITS[issue.origin]}`
        : `Give ${issue.maximum} or less`;
    case 'invalid_value':
      return `Give one of: ${issue.values.join(', ')}`;
    default:
      return 'This value does not have the right form';
  }
}

/** Everything that is wrong, one entry for each place; an unknown field is named itself. */
function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.flatMap((issue) => {
    const path = toDotPath(issue.path);
    const { message } = issue;
    if (issue.code !== 'unrecognized_keys') return [isFieldCode(message) ? { path, code: message } : { path, message }];
    return issue.keys.map((key) => ({
      path: toDotPath([...issue.path, key]),
      message: 'This field is not known here; leave it out',
    }));
  });
}

export type Checked = { readonly value: unknown } | { readonly errors: readonly FieldError[] };

export function check(schema: z.core.$ZodType, input: unknown): Checked {
  const result = z.safeParse(schema, input, { error: say });
  return result.success ? { value: result.data } : { errors: fieldErrors(result.error.issues) };
}
