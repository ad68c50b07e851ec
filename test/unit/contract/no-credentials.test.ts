import { expect, it } from 'vitest';
import { checkMessageTemplate, fieldNames, RECORD_FIELDS, recipientKinds } from '../../../contract/message-template.ts';

const SECRET = /pass|secret|token|code|login|pin|iban|birth|document|citizen|health|nationality/i;

it('G11 templates of SMS have no field for a credential or special data: no record gives one', () => {
  const fields = Object.entries(RECORD_FIELDS).flatMap(([part, names]) =>
    Object.keys(names).map((one) => `${part}.${one}`),
  );
  expect(fields.filter((field) => SECRET.test(field))).toEqual([]);
});

it.each(recipientKinds)('G11 a template for a %s that asks for a password is refused when it is saved', (kind) => {
  for (const field of ['password', 'loginName', 'token', 'iban']) {
    expect(fieldNames(kind)).not.toContain(`${kind}.${field}`);
    expect(checkMessageTemplate(`Hallo {{${kind}.${field}}}`, kind, 10)).toHaveLength(1);
  }
});
