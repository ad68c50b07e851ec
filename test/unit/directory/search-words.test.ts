import { describe, expect, it } from 'vitest';
import { matches, searchWords, sortName } from '../../../functions/domain/directory/entries/search-words.ts';

describe('the words of a name', () => {
  it.each([
    ['Łukasz Żółć-Nowak', ['lukasz', 'zolc', 'nowak']],
    ["Jan-Peter van 't Hoff", ['jan', 'peter', 'van', 't', 'hoff']],
    ['Weiß & Söhne GmbH 24', ['weiss', 'sohne', 'gmbh', '24']],
    ['  ', []],
    ['Jan Jan', ['jan']],
    ['Ισμήνη', ['ισμηνη']],
  ])('%s is found by %j', (name, words) => {
    expect(searchWords(name)).toEqual(words);
  });

  it('are so many and so long at most that each fits into a key of the table', () => {
    const words = searchWords(Array.from({ length: 40 }, (_, at) => `${at}${'語'.repeat(300)}`).join(' '));
    expect(words).toHaveLength(20);
    for (const word of words) expect(Buffer.byteLength(word)).toBeLessThanOrEqual(400);
    expect(Buffer.byteLength(sortName('語'.repeat(500)))).toBeLessThanOrEqual(800);
  });

  it('sort family names first, without regard to accents', () => {
    const sorted = [
      sortName('Özil', 'Mesut'),
      sortName('Olsen', 'Per'),
      sortName('Berg', 'Zoë'),
      sortName('Berg', 'Anna'),
    ];
    expect(sorted.sort()).toEqual(['berg,anna', 'berg,zoe', 'olsen,per', 'ozil,mesut']);
  });

  it('match when each of the wanted beginnings is there', () => {
    const words = searchWords('Maria de la Cruz');
    expect(matches(words, ['cr', 'ma'])).toBe(true);
    expect(matches(words, ['cr', 'mx'])).toBe(false);
  });
});
