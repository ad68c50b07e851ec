import { describe, expect, it } from 'vitest';
import { queryOf, readFilter } from '../../../web/src/features/messages/filter.ts';
import { filterWords } from '../../../web/src/features/messages/filter-names.ts';

describe('the filter of the message list in an address', () => {
  it('E3-9 is read as it was written, numbers as the words that they are', () => {
    const filter = { state: 'failed', to: '0612345678', from: '2026-11-01', until: '2026-11-22', route: 'modem' };
    expect(readFilter(filterWords({ ...filter, text: 2026 }))).toEqual({ ...filter, text: '2026' });
  });

  it('leaves out what nobody can be asked for', () => {
    const wrong = {
      state: 'lost',
      event: 'none',
      route: 'pigeon',
      from: 'yesterday',
      until: '2026-13-01',
      to: ' ',
      by: {},
    };
    expect(readFilter(filterWords({ ...wrong, page: '3' }))).toEqual({});
  });

  it('E3-9 asks for whole days of the reader’s clock, the last one with all of its hours', () => {
    expect(queryOf({ from: '2026-03-29', until: '2026-03-29', state: 'delivered' })).toEqual({
      state: 'delivered',
      from: new Date(2026, 2, 29).toISOString(),
      until: new Date(2026, 2, 30).toISOString(),
    });
  });
});
