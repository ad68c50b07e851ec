import { expect, it } from 'vitest';
import { LANGUAGES, PHONE_PAGE_TEXTS } from '../../local/modem/phone-page-texts.ts';
import { ucs2Submit } from '../edge/simulated-modem/pdus.ts';
import { modemForTest, Terminal } from '../edge/simulated-modem/terminal.ts';
import { accessibilityFindings, NARROWEST, openPage, sidewaysScroll } from '../support/browser/page.ts';

const NUMBER = '+31612345678';

it.each(LANGUAGES)(
  'B3 B11 sends an answer to the SIM by the keyboard, and says what became of it, in %s',
  async (language) => {
    const texts = PHONE_PAGE_TEXTS[language].answer;
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    await terminal.submit(ucs2Submit('Kom je?', { number: NUMBER }));
    const { page, faults } = await openPage(`http://127.0.0.1:${modem.httpPort}/?lang=${language}`);
    const text = page.getByLabel(texts.text, { exact: true });
    expect(await page.getByLabel(texts.from).inputValue()).toBe(NUMBER);

    await text.fill('Ja, ik kom 👍');
    await page.getByRole('button', { name: texts.send }).press('Enter');
    await page.getByText(texts.arrived).waitFor();
    expect(modem.inboundParts()).toMatchObject([{ from: NUMBER, text: 'Ja, ik kom 👍', state: 'stored' }]);
    expect(await text.inputValue()).toBe('');
    expect(await accessibilityFindings(page)).toEqual([]);

    modem.control({ registration: 2 });
    await text.fill('Later');
    await page.getByRole('button', { name: texts.send }).press('Enter');
    await page.getByText(texts.held).waitFor();
    expect(faults).toEqual([]);
  },
);

it('keeps what is being typed when a message arrives, and follows the newest number until another is chosen', async () => {
  const texts = PHONE_PAGE_TEXTS.nl.answer;
  const modem = await modemForTest();
  const terminal = await Terminal.ready(modem.port);
  const { page } = await openPage(`http://127.0.0.1:${modem.httpPort}/?lang=nl`);
  const [from, text] = [page.getByLabel(texts.from), page.getByLabel(texts.text, { exact: true })];
  await text.fill('half ge');
  await terminal.submit(ucs2Submit('Kom je?', { number: NUMBER }));
  await page.getByText('Kom je?').waitFor();
  expect([await from.inputValue(), await text.inputValue()]).toEqual([NUMBER, 'half ge']);

  await from.fill('een te lange naam');
  await terminal.submit(ucs2Submit('En jij?', { number: '+31600000002' }));
  await page.getByText('En jij?').waitFor();
  expect([await from.inputValue(), await text.inputValue()]).toEqual(['een te lange naam', 'half ge']);
  await page.getByRole('button', { name: texts.send }).press('Enter');
  await page.getByText(texts.refused).waitFor();
  expect(await text.inputValue()).toBe('half ge');

  await modem.close();
  await from.fill(NUMBER);
  await page.getByRole('button', { name: texts.send }).press('Enter');
  await page.getByText(texts.failed).waitFor();
  await page.setViewportSize(NARROWEST);
  expect(await sidewaysScroll(page)).toBe(0);
});
