import { describe, expect, it } from 'vitest';
import { fieldMessages } from '../../../contract/catalogues/field-messages/index.ts';
import type { FieldFault } from '../../../contract/errors.ts';
import {
  checkTemplateBody,
  checkTemplateSubject,
  fillPlaceholders,
  type Placeholder,
  placeholderNames,
} from '../../../contract/mail-template.ts';

const say = fieldMessages();
const said = (faults: readonly FieldFault[]) => faults.map(({ message, values }) => say('en', message, values));
const NAMES = placeholderNames.join(', ');
const GOOD = 'Beste {{worker}},\n\n{{ loginName }} / {{password}}';
const values = { ...Object.fromEntries(placeholderNames.map((name) => [name, `<${name}>`])) } as Record<
  Placeholder,
  string
>;

describe('a template', () => {
  it('E1-10 is good with placeholders that there are', () => {
    expect(checkTemplateBody(GOOD)).toEqual([]);
    expect(checkTemplateSubject('Uw account bij {{tenant}}')).toEqual([]);
  });

  it.each([
    [
      'one that there is not',
      `${GOOD}\n{{wachtwoord}}`,
      `Line 4: {{wachtwoord}} is no placeholder; there are ${NAMES}`,
    ],
    ['one of an object', `${GOOD} {{constructor}}`, `Line 3: {{constructor}} is no placeholder; there are ${NAMES}`],
    ['an empty one', `{{}}\r\n${GOOD}`, `Line 1: {{}} is no placeholder; there are ${NAMES}`],
    ['one that is not closed', `${GOOD}\n\n{{date`, 'Line 5: {{ belongs to no placeholder; write {{worker}}'],
    ['one that is not opened', `date}} ${GOOD}`, 'Line 1: }} belongs to no placeholder; write {{worker}}'],
    ['no login name', '{{password}}', '{{loginName}} is missing: this mail carries login data'],
    ['no password', '{{loginName}}', '{{password}} is missing: this mail carries login data'],
  ])('E1-10 is refused with %s, which is named with its line', (_, body, fault) => {
    expect(said(checkTemplateBody(body))).toEqual([fault]);
  });

  it('E1-10 names every fault', () => {
    expect(checkTemplateBody('{{a}}\n{{b}}')).toHaveLength(4);
  });

  it('A3 may have no password in its subject', () => {
    expect(said(checkTemplateSubject('Wachtwoord: {{password}}'))).toEqual([
      'A subject can be read by others: leave {{password}} out',
    ]);
  });
});

describe('filling in', () => {
  it('puts each value where its placeholder stands', () => {
    const text = placeholderNames.map((name) => `{{${name}}}`).join('\n');
    expect(fillPlaceholders(text, values)).toBe(placeholderNames.map((name) => `<${name}>`).join('\n'));
  });

  it('leaves out a line whose placeholders all are empty, and no other', () => {
    const body = 'Hallo\n\n{{website}}\n\n{{branch}} {{website}}\n\nVragen: {{contactAddress}}\n\nTot ziens';
    expect(fillPlaceholders(body, { ...values, website: '', branch: '', contactAddress: '' })).toBe(
      'Hallo\n\nVragen: \n\nTot ziens',
    );
  });

  it('takes a value for what it is, though it looks like a placeholder or a pattern', () => {
    expect(fillPlaceholders('{{worker}}', { ...values, worker: '{{password}} $& $1' })).toBe('{{password}} $& $1');
  });
});
