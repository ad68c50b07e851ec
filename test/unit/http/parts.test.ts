import { describe, expect, it } from 'vitest';
import { readCursor, signCursor } from '../../../functions/http/cursor.ts';
import { html, prose } from '../../../functions/http/docs/html.ts';
import { createLog } from '../../../functions/http/log.ts';
import { languageOf } from '../../../functions/http/problem.ts';

describe('the language of an error', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['fr', 'en'],
    ['*', 'en'],
    ['nl-BE', 'nl'],
    ['PL', 'pl'],
    ['fr, de;q=0.5, nl;q=0.8', 'nl'],
    ['de;q=0, pl;q=0.1', 'pl'],
    ['de, nl', 'de'],
    ['constructor', 'en'],
    ['de;q=x', 'en'],
  ])('for Accept-Language %j is %s', (accept, language) => {
    expect(languageOf(accept)).toBe(language);
  });
});

describe('a cursor', () => {
  const key = Buffer.alloc(32, 1).toString('base64url');

  it('leads back to its place', () => {
    expect(readCursor(signCursor('msg_1', key), key)).toBe('msg_1');
  });

  it.each([
    ['of another key', signCursor('msg_1', Buffer.alloc(32, 2).toString('base64url'))],
    ['with another place', `${Buffer.from('msg_2').toString('base64url')}.${signCursor('msg_1', key).split('.')[1]}`],
    ['without a signature', Buffer.from('msg_1').toString('base64url')],
    ['that is empty', ''],
    ['with a signature of other letters', `bXNnXzE.${'é'.repeat(43)}`],
  ])('%s is refused', (_, cursor) => {
    expect(() => readCursor(cursor, key)).toThrow(expect.objectContaining({ code: 'invalid-request' }));
  });
});

describe('the log', () => {
  it('S6 drops every field that is not on its list', () => {
    const lines: string[] = [];
    const log = createLog(
      (line) => lines.push(line),
      () => new Date(0),
    );
    const fields = { requestId: 'r', to: '+31612345678', text: 'Goedemorgen', password: 'secret', token: 'ht_x' };
    log.info('accepted', fields);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: 'info', at: '1970-01-01T00:00:00.000Z', event: 'accepted', requestId: 'r' },
    ]);
  });
});

describe('html', () => {
  it('escapes what is put in, and not what is html already', () => {
    const bad = `<b a="x" b='y'>&`;
    expect(html`<p>${bad}${[html`<i>${1}</i>`, '<']}${undefined}${false}</p>`.text).toBe(
      '<p>&lt;b a=&quot;x&quot; b=&#39;y&#39;&gt;&amp;<i>1</i>&lt;</p>',
    );
  });

  it('shows what stands between backticks as code', () => {
    expect(prose('Send `a<b` now').text).toBe('Send <code>a&lt;b</code> now');
  });
});
