import { expect, it } from 'vitest';
import { smsResponsibilityTexts } from '../../../contract/sms-responsibility.ts';
import { NO_MESSAGING } from '../../../functions/domain/messaging/settings/model.ts';
import { screenFindings, widthFindings } from '../../support/browser/page.ts';
import { LANGUAGES, TEXTS, unexpected } from '../../support/browser/portal.ts';
import { newAgency } from '../../support/browser/stack-agency.ts';

it.each(LANGUAGES)(
  'E3-12 an agency that is new to SMS is asked once to answer for them, of who may accept that, in %s',
  async (language) => {
    const { sms, common } = TEXTS[language];
    const agency = await newAgency({
      ...NO_MESSAGING,
      messaging: { ...NO_MESSAGING.messaging, providerTerms: 'https://operator.example/terms' },
    });
    const others = await agency.open(language);
    await others.page.getByText(sms.toAccept.byOthers).waitFor();

    const { page, faults } = await agency.open(language, 'settings:manage');
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const found: string[] = [];
    const look = async () =>
      void found.push(...(await (language === 'nl' ? screenFindings(page) : widthFindings(page))));
    await page.getByText(smsResponsibilityTexts[language]).waitFor();
    const terms = page.getByRole('link', { name: sms.toAccept.ofAgency });
    expect(await terms.getAttribute('href')).toBe('https://operator.example/terms');
    expect(await page.getByText(sms.toAccept.ofOperator).count()).toBe(1);
    await look();
    await button(sms.toAccept.submit).click();

    const senderName = page.getByLabel(sms.toOffer.senderName, { exact: true });
    await senderName.fill('06-12345678901');
    await button(sms.toOffer.submit).click();
    await page.getByText(common.errorsTitle).waitFor();
    await look();
    await senderName.fill('Nieuw');
    await button(sms.toOffer.submit).click();
    await page.getByLabel(sms.to, { exact: true }).waitFor();

    await page.reload();
    await others.page.reload();
    for (const one of [page, others.page]) {
      await one.getByLabel(sms.to, { exact: true }).waitFor();
      expect(await one.getByText(sms.toAccept.intro).count()).toBe(0);
    }
    expect(found).toEqual([]);
    expect(unexpected(faults)).toEqual([]);
  },
);
