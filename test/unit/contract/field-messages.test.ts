import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { accounts } from '../../../contract/catalogues/field-messages/accounts.ts';
import { agency } from '../../../contract/catalogues/field-messages/agency.ts';
import { type FieldMessage, fieldMessages, type SayField } from '../../../contract/catalogues/field-messages/index.ts';
import { kinds } from '../../../contract/catalogues/field-messages/kinds.ts';
import { messaging } from '../../../contract/catalogues/field-messages/messaging.ts';
import { operator } from '../../../contract/catalogues/field-messages/operator.ts';
import { people } from '../../../contract/catalogues/field-messages/people.ts';
import { providers } from '../../../contract/catalogues/field-messages/providers.ts';
import { webhooks } from '../../../contract/catalogues/field-messages/webhooks.ts';
import type { ApiFunction } from '../../../contract/route.ts';
import { apiAccess } from '../../../functions/compose/api-access.ts';
import { apiBatches } from '../../../functions/compose/api-batches.ts';
import { apiBoxes } from '../../../functions/compose/api-boxes.ts';
import { apiDirectory } from '../../../functions/compose/api-directory.ts';
import { apiDocs } from '../../../functions/compose/api-docs.ts';
import { apiHirers } from '../../../functions/compose/api-hirers.ts';
import { apiLogin } from '../../../functions/compose/api-login.ts';
import { apiMessaging } from '../../../functions/compose/api-messaging.ts';
import { apiOperator } from '../../../functions/compose/api-operator.ts';
import { apiPasskeys } from '../../../functions/compose/api-passkeys.ts';
import { apiPortal } from '../../../functions/compose/api-portal.ts';
import { apiProviders } from '../../../functions/compose/api-providers.ts';
import { apiServices } from '../../../functions/compose/api-services.ts';
import { boxCertificates } from '../../../functions/compose/box-certificates.ts';
import { check } from '../../../functions/http/plain-words.ts';
import { messagesOf } from '../../support/field-messages.ts';

const OTHERS = ['nl', 'de', 'pl'] as const;

const composed: Readonly<Record<ApiFunction, () => { readonly fieldMessage: SayField }>> = {
  'api-login': () => apiLogin().api,
  'api-access': () => apiAccess().api,
  'api-directory': () => apiDirectory().api,
  'api-portal': () => apiPortal().api,
  'api-hirers': () => apiHirers().api,
  'api-passkeys': () => apiPasskeys().api,
  'api-providers': () => apiProviders().api,
  'api-operator': () => apiOperator().api,
  'api-messaging': () => apiMessaging().api,
  'api-services': () => apiServices().api,
  'api-batches': () => apiBatches().api,
  'api-boxes': () => apiBoxes().api,
  'box-certificates': () => boxCertificates().api,
  'api-docs': apiDocs,
};

describe.each(Object.entries(composed))('%s', (name, compose) => {
  it('B11 says whatever the schemas of its routes say in four languages', () => {
    for (const setting of SETTINGS) vi.stubEnv(setting, 'http://127.0.0.1:9');
    const { fieldMessage } = compose();
    const untold = [...messagesOf(name)].filter(([message]) =>
      OTHERS.some((language) => fieldMessage(language, message as FieldMessage) === message),
    );
    expect(untold).toEqual([]);
    for (const language of OTHERS)
      expect(fieldMessage(language, 'Give a text here')).toBe(kinds['Give a text here'][language]);
    vi.unstubAllEnvs();
  });
});
/** What the functions ask of their environment before they start. */
const SETTINGS = [
  ...[
    'TABLE_NAME',
    'AWS_REGION',
    'FILES_BUCKET',
    'BATCHES_QUEUE_URL',
    'SMS_QUEUE_URL',
    'PROVIDER_CALLS_QUEUE_URL',
    'MAIL_CONFIGURATION_SET',
  ],
  ...['BOX_POLICY', 'BOX_THING_TYPE', 'BOX_HOST', 'BOX_PORT', 'BOX_AUTHORITY'],
  ...[
    'WEBSMS_URL',
    'SMSAPI_PL_URL',
    'SMSAPI_COM_URL',
    'CALLBACK_ORIGIN',
    'WEBHOOKS_QUEUE_URL',
    'MESSAGE_EXPORTS_QUEUE_URL',
  ],
];

describe('the texts', () => {
  const areas = { accounts, agency, kinds, messaging, operator, people, providers, webhooks };
  const all = Object.values(areas).flatMap((area) => Object.entries(area));

  it('stand in one area each, and are for something', () => {
    const messages = all.map(([message]) => message);
    expect(messages.filter((one, index) => messages.indexOf(one) !== index)).toEqual([]);
  });

  it('name the same values in each language, and are in words of their own', () => {
    const valuesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([value]) => value).sort();
    for (const [message, { nl, de, pl }] of all) {
      for (const text of [nl, de, pl])
        expect({ text, values: valuesIn(text) }).toEqual({ text, values: valuesIn(message) });
      expect(new Set([message, nl, de, pl]).size, message).toBe(4);
    }
  });

  it('have their values put in, whatever these look like', () => {
    const say = fieldMessages(kinds);
    expect(say('nl', 'Give at most {maximum} characters', { maximum: '{values}' })).toBe(
      'Maximaal aantal tekens: {values}',
    );
    expect(say('en', 'There is no {id}', { id: '$&' })).toBe('There is no $&');
  });
});

describe('what is wrong by a field’s kind', () => {
  const schema = z.strictObject({
    ...{ text: z.string(), number: z.number(), yes: z.boolean(), list: z.array(z.string()), whole: z.int() },
    within: z.object({}),
    size: z.number().check(z.gte(1), z.lte(3)),
    name: z.string().check(z.minLength(2), z.maxLength(3)),
    many: z.array(z.string()).check(z.minLength(2), z.maxLength(3)),
    one: z.enum(['a', 'b']),
    form: z.string().check(z.regex(/x/)),
    any: z.union([z.literal(1), z.literal(2)]),
  });
  const good = {
    ...{ text: '', number: 1, yes: true, list: [], whole: 1, within: {}, size: 2, name: 'ab', many: ['a', 'b'] },
    ...{ one: 'a', form: 'x', any: 1 },
  };
  const said = (wrong: object, language: 'nl' | 'en') => {
    const checked = check(schema, { ...good, ...wrong });
    if (!('errors' in checked)) return [];
    return checked.errors.map(
      (error) => 'message' in error && fieldMessages(kinds)(language, error.message, error.values),
    );
  };

  it.each([
    [{ text: undefined }, 'Give a text; it is missing', 'Vul een tekst in; die ontbreekt'],
    [{ number: undefined }, 'Give a number; it is missing', 'Vul een getal in; dat ontbreekt'],
    [{ yes: 1 }, 'Give true or false here', 'Geef hier true of false op'],
    [{ list: {} }, 'Give a list here', 'Geef hier een lijst op'],
    [{ whole: 1.5 }, 'Give a whole number here', 'Vul hier een geheel getal in'],
    [{ within: [] }, 'Give an object here', 'Geef hier een object op'],
    [{ size: 0 }, 'Give 1 or more', 'Vul 1 of meer in'],
    [{ size: 4 }, 'Give 3 or less', 'Vul 3 of minder in'],
    [{ name: 'a' }, 'Give at least 2 characters', 'Minimaal aantal tekens: 2'],
    [{ name: 'abcd' }, 'Give at most 3 characters', 'Maximaal aantal tekens: 3'],
    [{ many: ['a'] }, 'Give at least 2 entries', 'Minimaal aantal regels: 2'],
    [{ many: [...'abcd'] }, 'Give at most 3 entries', 'Maximaal aantal regels: 3'],
    [{ one: 'c' }, 'Give one of: a, b', 'Kies een van: a, b'],
    [{ form: 'y' }, 'This value does not have the right form', 'Deze waarde heeft niet de juiste vorm'],
    [{ any: 3 }, 'This value does not have the right form', 'Deze waarde heeft niet de juiste vorm'],
    [{ more: 1 }, 'This field is not known here; leave it out', 'Dit veld is hier niet bekend; laat het weg'],
  ])('B11 %j is refused with "%s"', (wrong, en, nl) => {
    expect(said(wrong, 'en')).toEqual([en]);
    expect(said(wrong, 'nl')).toEqual([nl]);
  });
});
