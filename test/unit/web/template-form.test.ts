import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../contract/client.ts';
import { messageTemplateBody } from '../../../contract/routes/message-templates.ts';
import { bodyOf, valuesOf } from '../../../web/src/features/templates/form-values.ts';
import { fieldRefusals } from '../../../web/src/ui/field-refusals.ts';

describe('the form of a template', () => {
  it('E3-3 begins a new one with what the API takes where nothing is said', () => {
    const said = { name: 'Rooster', for: 'worker', language: 'pl', text: 'Gotowe.' } as const;
    const { name, text } = said;
    expect(bodyOf({ ...valuesOf(undefined, 'pl'), name, text })).toEqual(messageTemplateBody.parse(said));
  });

  it('E3-3 sends back each field of one that it was given', () => {
    const body = messageTemplateBody.parse({
      ...{ name: 'Rooster', for: 'company', language: 'de', text: 'Fertig.' },
      ...{ category: 'marketing', priority: 'low', delivery: 'at-least-once', partsAtMost: 2 },
    });
    const template = { ...body, id: 'mtp_01JD0000000000000000000000', version: 3 };
    expect(bodyOf(valuesOf(template, 'nl'))).toEqual(body);
  });
});

describe('what the API refuses', () => {
  it('is said at its field, all of it, and what belongs to no field of the form is left', () => {
    const errors = [
      { path: 'text', message: 'Regel 1' },
      { path: 'name', message: 'Geef een naam' },
      { path: 'text', message: 'Regel 2' },
      { path: 'version', message: 'Oud' },
    ];
    const problem = {
      type: '',
      title: '',
      status: 400,
      detail: '',
      requestId: '',
      code: 'invalid-request',
      errors,
    } as const;
    const refused = fieldRefusals(new ProblemError(400, problem, null), ['name', 'text']);
    expect(refused).toEqual({ text: 'Regel 1 · Regel 2', name: 'Geef een naam' });
  });
});
