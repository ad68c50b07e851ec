import { describe, expect, it } from 'vitest';
import { TEXTS as catalogues } from '../../support/web-texts.ts';

const languages = Object.keys(catalogues) as (keyof typeof catalogues)[];

/** Each text with its path. */
function textsOf(part: object, path: readonly string[] = []): [string, string][] {
  return Object.entries(part).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[[...path, name].join('.'), value] as [string, string]]
      : textsOf(value, [...path, name]),
  );
}
/** Without the ending of a plural form. */
const thing = (path: string) => path.replace(/_(one|few|many|other)$/, '');
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe.each(languages)('the texts of the pages in %s', (language) => {
  const texts = textsOf(catalogues[language]);

  it('have a form for each number that the language tells apart', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = texts.filter(([path]) => path !== thing(path));
    const byThing = Map.groupBy(counted, ([path]) => thing(path));
    expect(byThing.size).toBeGreaterThan(0);
    for (const [name, all] of byThing)
      expect(all.map(([path]) => path.slice(name.length + 1)).sort(), name).toEqual([...forms].sort());
  });

  it('say nothing empty, and name the same things as the English ones', () => {
    const english = new Map(textsOf(catalogues.en).map(([path, text]) => [thing(path), placeholders(text)]));
    for (const [path, text] of texts) {
      expect(text.trim(), path).not.toBe('');
      expect(placeholders(text), path).toEqual(english.get(thing(path)));
    }
  });
});
