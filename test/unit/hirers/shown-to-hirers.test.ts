import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacementFields } from '../../../contract/routes/directory/placements.ts';
import type { WorkerFields } from '../../../contract/routes/directory/workers.ts';
import { placedWorker, placedWorkerSummary } from '../../../contract/routes/hirer.ts';
import type { Entry } from '../../../functions/domain/directory/entries/model.ts';
import { shownInList, shownInView } from '../../../functions/domain/hirers/shown-to-hirers.ts';

const SUMMARY = ['familyName', 'givenName', 'id', 'infix', 'placements'];
const VIEW = [...SUMMARY, 'identityDocument'];
const WITH_CONSENT = ['bankAccount', 'birthPlace', 'maritalStatus', 'nationality'];
const DOCUMENT = ['country', 'kind', 'number', 'validUntil'];

const entryOf = <F extends object>(id: string, fields: F): Entry<F> => ({
  ...{ tenantId: 'ten_1', id, version: 1, createdAt: '', changedAt: '', changedBy: 'emp_1' },
  fields,
});

/** Fields that somebody may add to a file some day, and those that there are, each there or not. */
const named = (names: readonly string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, fc.string()])), { requiredKeys: [] });
const anyFields = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { noNullPrototype: true });
const file = fc
  .tuple(
    anyFields,
    named([...SUMMARY, ...WITH_CONSENT, 'birthDate', 'phones', 'addresses']),
    anyFields,
    named(DOCUMENT),
  )
  .map(([more, known, inDocument, document]) => ({
    ...more,
    ...known,
    identityDocument: { ...inDocument, ...document },
  }));
const placements = fc.array(
  fc
    .tuple(anyFields, named(['function', 'from', 'until', 'companyId']))
    .map(([more, known]) => ({ ...more, ...known })),
);

describe('G6 whatever a file holds, hirers are shown', () => {
  const placedOf = (fields: object, at: readonly object[]) => ({
    worker: entryOf('wrk_1', fields as WorkerFields),
    placements: at.map((one) => entryOf('plc_1', one as PlacementFields)),
  });
  const within = (shown: object, allowed: readonly string[]) =>
    expect(Object.keys(shown).filter((name) => !allowed.includes(name))).toEqual([]);

  it('G6 nothing that is not on the list', () => {
    fc.assert(
      fc.property(file, placements, fc.boolean(), (fields, at, consent) => {
        const placed = placedOf(fields, at);
        within(shownInList(placed), SUMMARY);
        const view = shownInView(placed, { consent });
        within(view, consent ? [...VIEW, ...WITH_CONSENT] : VIEW);
        within(view.identityDocument ?? {}, DOCUMENT);
        for (const one of view.placements) within(one, ['function', 'from', 'until']);
        expect(view.id).toBe('wrk_1');
      }),
    );
  });

  it('G6 E1-7 the identity document, with the consent and without', () => {
    fc.assert(
      fc.property(named(DOCUMENT), fc.boolean(), (identityDocument, consent) => {
        expect(shownInView(placedOf({ identityDocument }, []), { consent }).identityDocument).toEqual(identityDocument);
      }),
    );
  });
});

it('G6 the contract names the same fields as the list', () => {
  expect(Object.keys(placedWorkerSummary.shape).sort()).toEqual(SUMMARY);
  expect(Object.keys(placedWorker.shape).sort()).toEqual([...VIEW, ...WITH_CONSENT].sort());
});
