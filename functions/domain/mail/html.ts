import { portalUrl } from '../../../contract/portal-address.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Paragraphs as an HTML mail: no picture, no link that follows the reader, readable on a phone. Links are a paragraph that is
 * one, and the portal's address; never what looks like one in a name.
 *
 * @param website the portal's address as the paragraphs name it: `www.example.com`
 */
export function htmlOf(paragraphs: readonly string[], language: string, website?: string): string {
  const body = paragraphs
    .map((paragraph) => `<p>${linked(paragraph, website).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
  return (
    `<!doctype html>\n<html lang="${language}">\n<head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"></head>\n' +
    `<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 40em">\n${body}\n</body>\n</html>\n`
  );
}

function linked(paragraph: string, website: string | undefined): string {
  if (/^https?:\/\/\S+$/.test(paragraph)) return anchor(paragraph, paragraph);
  // word by word: an address such as info@example.com has the portal's in it
  const words = paragraph.split(/(\s+)/);
  return words.map((word) => (word === website ? anchor(portalUrl(word), word) : escaped(word))).join('');
}

const anchor = (url: string, shown: string) => `<a href="${escaped(url)}">${escaped(shown)}</a>`;

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
