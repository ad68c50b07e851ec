import { describe, expect, it } from 'vitest';
import { LANGUAGES, PHONE_PAGE_TEXTS } from '../../local/modem/phone-page-texts.ts';
import { ucs2Submit } from '../edge/simulated-modem/pdus.ts';
import { modemForTest, Terminal } from '../edge/simulated-modem/terminal.ts';
import { accessibilityFindings, NARROWEST, openPage, sidewaysScroll } from '../support/browser/page.ts';

/** Without a place where a line could break, and short enough for one part. */
const LINK = `https://heraut.example/${'unbroken'.repeat(5)}`;

describe.each(LANGUAGES)('the page of the phones in %s', (language) => {
  const texts = PHONE_PAGE_TEXTS[language];

  it('has no finding of axe: empty, and with texts and cut off', async () => {
    const modem = await modemForTest();
    const { page } = await openPage(`http://127.0.0.1:${modem.httpPort}/?lang=${language}`);
    await page.getByText(texts.empty).waitFor();
    expect(await accessibilityFindings(page, language === 'nl'), 'empty').toEqual([]);

    const terminal = await Terminal.ready(modem.port);
    await terminal.submit(ucs2Submit(LINK));
    await terminal.submit(ucs2Submit('Żółć', { concatenation: { reference: 1, part: 1, parts: 2 } }));
    await page.getByText(texts.incomplete(1, 2)).waitFor();
    await modem.close();
    await page.getByText(texts.connectionLost).waitFor();
    expect(await accessibilityFindings(page, language === 'nl'), 'with texts, cut off').toEqual([]);
  });

  it('needs no sideways scroll at 320 px, whatever the text', async () => {
    const modem = await modemForTest();
    await (await Terminal.ready(modem.port)).submit(ucs2Submit(LINK));
    const { page } = await openPage(`http://127.0.0.1:${modem.httpPort}/?lang=${language}`, { viewport: NARROWEST });
    await page.getByText(LINK).waitFor();
    expect(await sidewaysScroll(page)).toBe(0);
  });
});
