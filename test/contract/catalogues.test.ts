import { describe, expect, it } from 'vitest';
import { catalogues } from '../../contract/catalogues/index.ts';
import { ERRORS, errorCodes } from '../../contract/errors.ts';

const { en, ...translations } = catalogues;

describe('errors', () => {
  it.each(Object.entries(catalogues))('says each of them, and what to do, in %s', (_, catalogue) => {
    expect(Object.keys(catalogue).sort()).toEqual([...errorCodes].sort());
    for (const code of errorCodes) {
      expect(catalogue[code].title, code).toMatch(/^\p{Lu}.*[^.]$/u);
      expect(catalogue[code].action, code).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  it.each(Object.entries(translations))('has none left in English in %s', (_, catalogue) => {
    const untranslated = errorCodes.filter(
      (code) => catalogue[code].title === en[code].title || catalogue[code].action === en[code].action,
    );
    expect(untranslated).toEqual([]);
  });

  it('names the codes and headers alike in each language', () => {
    const names = (text: string) => text.match(/Idempotency-Key|Retry-After|content-type|\/docs|\d+ kB|\+\d+/g) ?? [];
    for (const catalogue of Object.values(translations)) {
      for (const code of errorCodes) {
        expect(names(`${catalogue[code].title} ${catalogue[code].action}`).sort(), code).toEqual(
          names(`${en[code].title} ${en[code].action}`).sort(),
        );
      }
    }
  });

  it('have a status of their own kind', () => {
    for (const code of errorCodes) expect(ERRORS[code].status).toBeGreaterThanOrEqual(400);
  });
});
