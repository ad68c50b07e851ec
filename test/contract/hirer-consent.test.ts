import { beforeAll, describe, expect, it } from 'vitest';
import { HIRER_CONSENT_TEXT_VERSION, hirerConsentTexts } from '../../contract/hirer-consent-text.ts';
import type { ApiFunction } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { personPartition } from '../../functions/adapters/dynamodb/keys.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import type { EventInput } from '../support/api-event.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { hirerAgency } from '../support/hirer-agency.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let functions: Record<ApiFunction, ApiHandler>;
let agency: Awaited<ReturnType<typeof hirerAgency>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
  agency = await hirerAgency(table, functions);
});

const given = { given: true, textVersion: HIRER_CONSENT_TEXT_VERSION };
const withdrawn = { ...given, given: false };
const version = (number: number) => ({ headers: { 'if-match': `"${number}"` } });

async function lines(workerId: string) {
  const partition = { pk: personPartition(agency.tenantId, workerId) };
  const sort = { attribute: 'sk', beginsWith: 'AUDIT#' };
  const { items } = await table.query({ partition, sort, limit: 100, consistent: true });
  return items
    .filter(({ action }) => String(action).startsWith('hirer-consent'))
    .map(({ action, by, at, detail }) => ({ action, by, at, detail }));
}

describe('the consent to be seen by hirers', () => {
  it('E1-7 is not given before anybody decides', async () => {
    const workerId = await agency.worker();
    const answer = await agency.staff(routes.getHirerConsent, {
      params: { workerId },
      headers: { 'accept-language': 'pl' },
    });
    expect(answer).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    expect(answer.body).toEqual({
      ...{ given: false, text: hirerConsentTexts.pl, textVersion: HIRER_CONSENT_TEXT_VERSION, version: 1 },
    });
  });

  it('E1-7 is given and withdrawn by the worker and by staff, each decision in the audit trail with who, when and which text', async () => {
    const { workerId, ask } = await agency.settled();
    const steps: [by: 'worker' | 'staff', body: object][] = [
      ['worker', given],
      ['staff', withdrawn],
      ['staff', given],
      ['worker', withdrawn],
    ];
    const answers = [];
    for (const [index, [by, body]] of steps.entries()) {
      const input: EventInput = { body, ...version(index + 1) };
      const answer = await (by === 'worker'
        ? ask(routes.setMyHirerConsent, input)
        : agency.staff(routes.setHirerConsent, { params: { workerId }, ...input }));
      expect(answer).toMatchObject({ status: 200, body: { ...body, version: index + 2 } });
      answers.push(answer.body);
      expect((await ask(routes.getMyHirerConsent)).body).toEqual({ ...answer.body, text: expect.any(String) });
    }
    expect(answers[0].decided.by).toBe(workerId);
    expect(answers[1].decided.by).toMatch(/^tok_/);
    expect(await lines(workerId)).toEqual(
      answers.map((answer) => ({
        action: answer.given ? 'hirer-consent-given' : 'hirer-consent-withdrawn',
        ...{ by: answer.decided.by, at: answer.decided.at, detail: `text ${HIRER_CONSENT_TEXT_VERSION}` },
      })),
    );
  });

  it('E1-7 is given to the present text alone, and withdrawn whatever text was shown', async () => {
    const workerId = await agency.worker();
    const set = (body: object, seen: number) =>
      agency.staff(routes.setHirerConsent, { params: { workerId }, body, ...version(seen) });
    expect(await set({ ...given, textVersion: '2019-01' }, 1)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'textVersion', message: expect.stringContaining(HIRER_CONSENT_TEXT_VERSION) }] },
    });
    expect((await set(given, 1)).status).toBe(200);
    expect((await set({ given: false, textVersion: '2019-01' }, 2)).status).toBe(200);
    expect((await lines(workerId)).at(-1)?.detail).toBe('text 2019-01');
  });

  it('a decision that staff have not seen is not overruled by them', async () => {
    const { workerId, ask } = await agency.settled();
    await ask(routes.setMyHirerConsent, { body: given, ...version(1) });
    await ask(routes.setMyHirerConsent, { body: withdrawn, ...version(2) });
    const late = { params: { workerId }, body: given, ...version(1) };
    expect((await agency.staff(routes.setHirerConsent, late)).status).toBe(412);
    const at = { params: { workerId }, body: given, ...version(3) };
    const both = await Promise.all([
      agency.staff(routes.setHirerConsent, at),
      agency.staff(routes.setHirerConsent, at),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await lines(workerId)).toHaveLength(3);
  });

  it('is nobody else’s to decide', async () => {
    const { ask } = await agency.settled();
    const workerId = await agency.worker();
    expect((await ask(routes.setHirerConsent, { params: { workerId }, body: given, ...version(1) })).status).toBe(403);
    const answer = await agency.staff(routes.setMyHirerConsent, { body: given, ...version(1) });
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
    expect((await send(functions, routes.setMyHirerConsent, { body: given, ...version(1) })).status).toBe(401);
  });
});
