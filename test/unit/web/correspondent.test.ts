import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { detailOf, nameOf } from '../../../web/src/features/threads/correspondent.ts';

const t = ((key: string) => key) as unknown as TFunction;
const number = '+31612345678';

describe('with whom a thread is', () => {
  it('B3 is said by the names of those who have the number, and the number stands below', () => {
    const worker = { id: 'wrk_1', kind: 'worker', name: 'René Jansen' } as const;
    const company = { id: 'com_1', kind: 'company', name: 'De Vecht' } as const;
    const records = [worker, company];
    expect(nameOf(t, { number, records })).toBe('René Jansen, De Vecht');
    expect(detailOf(t, { number, records })).toBe(`templates.kinds.worker · templates.kinds.company · ${number}`);
  });

  it('B3 is said by what they are to a reader who may not see their names', () => {
    const records = [{ id: 'wrk_1', kind: 'worker' }] as const;
    expect(nameOf(t, { number, records })).toBe('templates.kinds.worker');
    expect(detailOf(t, { number, records })).toBe(number);
  });

  it('B3 is the number where nobody has it, and what the network gave where that is no number', () => {
    expect([nameOf(t, { number, records: [] }), detailOf(t, { number, records: [] })]).toEqual([
      number,
      'threads.unknownNumber',
    ]);
    const name = { sender: 'BELASTING', records: [] };
    expect([nameOf(t, name), detailOf(t, name)]).toEqual(['BELASTING', 'threads.noNumber']);
  });
});
