import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../local/modem/phone-page-texts.ts';
import { modemClient } from '../../support/modem-client.ts';
import { GOEDEMORGEN, ucs2Submit } from './pdus.ts';
import { modemForTest, Terminal } from './terminal.ts';

async function page(httpPort: number, query = '', headers: Record<string, string> = {}): Promise<string> {
  return (await fetch(`http://127.0.0.1:${httpPort}/${query}`, { headers })).text();
}

/** Gives the texts as parts of one long message, in the order named. */
async function submitParts(terminal: Terminal, reference: number, texts: string[], order: number[]): Promise<void> {
  for (const part of order) {
    const concatenation = { reference, part, parts: texts.length };
    await terminal.submit(ucs2Submit(texts[part - 1] ?? '', { concatenation }));
  }
}

describe('the page of the phones', () => {
  it('B5 joins a long text whose parts came out of order, an emoji split over two of them included', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    const text = `${'ł'.repeat(66)}😀 koniec`;
    await submitParts(terminal, 200, [text.slice(0, 67), text.slice(67)], [2, 1]);
    expect(modem.submits().map((submit) => submit.text.isWellFormed())).toEqual([false, false]);
    expect(await modemClient(modem.httpPort).phones()).toEqual([
      { number: '+31612345678', at: modem.submits()[1]?.at, parts: 2, partsArrived: 2, text },
    ]);
    expect(await page(modem.httpPort)).toContain(`<p class="text" dir="auto">${text}</p>`);
  });

  it('B5 joins a text with an emoji kept whole at the part boundary', async () => {
    const modem = await modemForTest();
    const text = `${'ł'.repeat(66)}😀 koniec`;
    await submitParts(await Terminal.ready(modem.port), 7, [text.slice(0, 66), text.slice(66)], [1, 2]);
    expect(modem.submits().every((submit) => submit.text.isWellFormed())).toBe(true);
    expect(modem.phones().map((message) => message.text)).toEqual([text]);
  });

  it('B5 keeps messages apart by number and reference, newest first', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    const part = (text: string, number: string, reference: number, part: number) =>
      terminal.submit(ucs2Submit(text, { number, concatenation: { reference, part, parts: 2 } }));
    await part('a1 ', '+31600000001', 1, 1);
    await part('b1 ', '+31600000002', 1, 1);
    await part('c1 ', '+31600000001', 2, 1);
    await part('b2', '+31600000002', 1, 2);
    await part('a2', '+31600000001', 1, 2);
    await part('again 1 ', '+31600000001', 1, 1);
    await part('again 2', '+31600000001', 1, 2);
    expect(modem.phones().map(({ text, partsArrived }) => [text, partsArrived])).toEqual([
      ['again 1 again 2', 2],
      ['a1 a2', 2],
      ['b1 b2', 2],
      ['c1 ', 1],
    ]);
    expect(await page(modem.httpPort, '?lang=de')).toContain('Unvollständig: 1 von 2 Teilen sind angekommen.');
  });

  it('shows a text as text, whatever it holds', async () => {
    const modem = await modemForTest();
    await (await Terminal.ready(modem.port)).submit(ucs2Submit(`<script>alert('1')</script> & "2"`));
    const response = await fetch(`http://127.0.0.1:${modem.httpPort}/`);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*script-src 'sha256-/);
    expect(await response.text()).toContain('&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;2&quot;</p>');
  });

  it.each([
    ['', 'nl-NL,en;q=0.5', 'nl', 'Gesimuleerde telefoons', 'Er is nog niets aangekomen.'],
    ['?lang=de', 'nl', 'de', 'Simulierte Telefone', 'Es ist noch nichts angekommen.'],
    ['?lang=pl', 'nl', 'pl', 'Symulowane telefony', 'Nic jeszcze nie dotarło.'],
    ['?lang=xx', 'fr', 'en', 'Simulated phones', 'Nothing has arrived yet.'],
  ])('B11 speaks the language asked for (%s, %s)', async (query, accepted, language, title, empty) => {
    const { httpPort } = await modemForTest();
    const html = await page(httpPort, query, { 'accept-language': accepted });
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain(empty);
  });

  it('B11 weighs the languages of a browser', () => {
    expect(languageOf(null, 'fr, en;q=0.4, pl-PL;q=0.9, de;q=0')).toBe('pl');
    expect(languageOf(null, undefined)).toBe('en');
  });

  it('offers to answer from the phone that has the newest message, or another', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    expect(await page(modem.httpPort)).toContain('<datalist id="numbers"></datalist>');
    await terminal.submit(ucs2Submit('x', { number: '+31600000001' }));
    await terminal.submit(ucs2Submit('x', { number: '+31600000002' }));
    const html = await page(modem.httpPort);
    expect(html).toContain('aria-describedby="from-hint" value="+31600000002">');
    expect(html).toContain('<option value="+31600000002"><option value="+31600000001">');
  });

  it('tells its listeners of a submit as it happens', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    const response = await fetch(`http://127.0.0.1:${modem.httpPort}/events`);
    const events = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await terminal.submit(GOEDEMORGEN);
    let text = '';
    while (!text.includes('event: submit')) text += (await events?.read())?.value;
    expect(text).toMatch(/event: submit\ndata: \{"id":1,.*"text":"Goedemorgen"/);
    await events?.cancel();
  });
});

describe('the control', () => {
  it('refuses what it does not know, and other content types', async () => {
    const { httpPort } = await modemForTest();
    const url = `http://127.0.0.1:${httpPort}/control`;
    const post = async (body: string, type = 'application/json') =>
      (await fetch(url, { method: 'POST', headers: { 'content-type': type }, body })).status;
    expect(await post('{"hold":true}')).toBe(200);
    expect(await post('{"holt":true}')).toBe(400);
    expect(await post('{"outcome":"lost"}')).toBe(400);
    expect(await post('{')).toBe(400);
    expect(await post(JSON.stringify({ unsolicited: ['x'.repeat(70_000)] }))).toBe(413);
    expect(await post('{}', 'text/plain')).toBe(415);
    expect((await fetch(`http://127.0.0.1:${httpPort}/nothing`)).status).toBe(404);
  });
});
