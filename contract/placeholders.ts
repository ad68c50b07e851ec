import type { FieldFault } from './errors.ts';

/** A whole placeholder, or what begins like one. */
const BRACES = /\{\{\s*([^{}\n]*?)\s*\}\}|\{\{|\}\}/g;

/** Names of the placeholders of a text, in their order. */
export const namesIn = (text: string): string[] =>
  [...text.matchAll(BRACES)].flatMap(([, name]) => (name === undefined ? [] : [name]));

/**
 * Puts values in place of the placeholders; one that has none stays as it is. A line of placeholders alone that all are empty is left out.
 */
export function fillText(text: string, valueFor: (name: string) => string | undefined): string {
  const fill = (line: string) =>
    line.replace(BRACES, (whole, name?: string) => (name === undefined ? whole : (valueFor(name) ?? whole)));
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() === '' || fill(line).trim() !== '')
    .map(fill)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Each placeholder that is none of these, and each brace that belongs to none, with its line, counted from 1. */
export function checkPlaceholders(text: string, known: readonly string[]): FieldFault[] {
  return text.split(/\r?\n/).flatMap((line, index) =>
    [...line.matchAll(BRACES)].flatMap(([whole, name]): FieldFault[] => {
      const values = { line: index + 1, found: name === undefined ? whole : `{{${name}}}` };
      if (name === undefined) {
        const message = 'Line {line}: {found} belongs to no placeholder; write {example}';
        return [{ message, values: { ...values, example: `{{${known[0]}}}` } }];
      }
      if (known.includes(name)) return [];
      const message = 'Line {line}: {found} is no placeholder; there are {names}';
      return [{ message, values: { ...values, names: known.join(', ') } }];
    }),
  );
}
