// Not z.core.toDotPath: that would bundle all of zod.

import * as z from 'zod/mini';
import { toDotPath } from 'zod/v4/core';
import type { FieldMessage, FieldValues } from '../../contract/catalogues/field-messages/index.ts';
import type { FieldError } from '../../contract/errors.ts';

/** By the kind that a schema wants. */
const MISSING: Readonly<Record<string, FieldMessage>> = {
  string: 'Give a text; it is missing',
  number: 'Give a number; it is missing',
  int: 'Give a whole number; it is missing',
  boolean: 'Give true or false; it is missing',
  object: 'Give an object; it is missing',
  array: 'Give a list; it is missing',
};
const OTHER_KIND: Readonly<Record<string, FieldMessage>> = {
  string: 'Give a text here',
  number: 'Give a number here',
  int: 'Give a whole number here',
  boolean: 'Give true or false here',
  object: 'Give an object here',
  array: 'Give a list here',
};
const AT_LEAST: Readonly<Record<string, FieldMessage>> = {
  string: 'Give at least {minimum} characters',
  array: 'Give at least {minimum} entries',
};
const AT_MOST: Readonly<Record<string, FieldMessage>> = {
  string: 'Give at most {maximum} characters',
  array: 'Give at most {maximum} entries',
};

/** Says in plain words what is wrong and what to give. A message that a schema brings itself goes before these. */
function say(issue: z.core.$ZodRawIssue): FieldMessage {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? (MISSING[issue.expected] ?? 'Give a value; it is missing')
        : (OTHER_KIND[issue.expected] ?? 'Give another value here');
    case 'too_small':
      return AT_LEAST[issue.origin] ?? 'Give {minimum} or more';
    case 'too_big':
      return AT_MOST[issue.origin] ?? 'Give {maximum} or less';
    case 'invalid_value':
      return 'Give one of: {values}';
    default:
      return 'This value does not have the right form';
  }
}

/** What a message names. */
function valuesOf(issue: z.core.$ZodIssue): FieldValues {
  if (issue.code === 'too_small') return { minimum: String(issue.minimum) };
  if (issue.code === 'too_big') return { maximum: String(issue.maximum) };
  if (issue.code === 'invalid_value') return { values: issue.values.join(', ') };
  return issue.code === 'custom' ? (issue.params ?? {}) : {};
}

/** Everything that is wrong, one entry for each place; an unknown field is named itself. */
function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.flatMap((issue): FieldError[] => {
    // A test goes over the schemas of all routes: each of their messages has its translations.
    const message = issue.message as FieldMessage;
    if (issue.code !== 'unrecognized_keys') return [{ path: toDotPath(issue.path), message, values: valuesOf(issue) }];
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
