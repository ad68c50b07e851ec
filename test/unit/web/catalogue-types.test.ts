import { expect, it } from 'vitest';
import type { Catalogue, Inside } from '../../../web/src/texts/catalogue.ts';
import { nl } from '../../../web/src/texts/nl/index.ts';
import { inside as insideNl } from '../../../web/src/texts/nl/inside.ts';
import { inside as insidePl } from '../../../web/src/texts/pl/inside.ts';

// The type check of this file is the test: each line below an "expect-error" must be one.

it('a text that is missing in a language is a type error', () => {
  const { submit, ...rest } = nl.login;
  // @ts-expect-error without `submit`
  const login: Catalogue<'nl'>['login'] = rest;
  expect({ ...login, submit }).toEqual(nl.login);
});

it('a plural form that is missing in Polish is a type error, and so is one that Dutch does not have', () => {
  const { sessionsIntro_few, ...rest } = insidePl.home;
  // @ts-expect-error without the form for two, three and four
  const polish: Inside<'pl'>['home'] = rest;
  // @ts-expect-error Dutch has one and other
  const dutch: Inside<'nl'>['home'] = { ...insideNl.home, sessionsIntro_few };
  expect([polish, dutch]).toHaveLength(2);
});
