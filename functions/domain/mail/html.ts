const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Paragraphs as an HTML mail: no picture, no link that follows the reader, readable on a phone. */
export function htmlOf(paragraphs: readonly string[], language: string): string {
  const body = paragraphs.map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`).join('\n');
  return (
    `<!doctype html>\n<html lang="${language}">\n<head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"></head>\n' +
    `<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 40em">\n${body}\n</body>\n</html>\n`
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
