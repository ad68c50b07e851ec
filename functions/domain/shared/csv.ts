/** What a spreadsheet would take for a formula (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r]/;

/** A number stands as it is; a text that looks like a formula gets an apostrophe in front. */
export function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** As RFC 4180 wants it. */
export const csvRow = (values: readonly (string | number)[]) => `${values.map(cell).join(',')}\r\n`;
