import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, it, vi } from 'vitest';
import { createClient } from '../../contract/client.ts';
import { apiTokenOf } from '../../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from '../../local/demo/demo-data.ts';
import { PHONE_PAGE_TEXTS } from '../../local/modem/phone-page-texts.ts';
import { openPage } from '../support/browser/page.ts';

const INBOX = join(import.meta.dirname, '..', '..', 'local', 'inbox.ts');
const addresses = inject('addresses');
const [withBox, other] = DEMO_TENANTS.map(({ tenantId, apiToken }) =>
  createClient({
    baseUrl: `http://${addresses.gateway}`,
    fetch,
    headers: { authorization: `Bearer ${apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret)}` },
  }),
);

it('B3 B5 A21 lists what a phone answers, letter by letter, for the agency whose SIM card it is', async () => {
  const text = `Ja, ik kom 👍\n${'Żółć €{} '.repeat(20)}`.trim();
  const texts = PHONE_PAGE_TEXTS.nl.answer;
  const { page } = await openPage(`http://${addresses.phones}/?lang=nl`);
  await page.getByLabel(texts.from).fill('+31612349999');
  await page.getByLabel(texts.text, { exact: true }).fill(text);
  await page.getByRole('button', { name: texts.send }).click();
  await page.getByText(texts.arrived).waitFor();

  const listed = await vi.waitUntil(
    async () => (await withBox?.listInboundMessages())?.items.find(({ sender }) => sender === '+31612349999'),
    { timeout: 30_000, interval: 100 },
  );
  expect(listed).toMatchObject({ kind: 'text', text, parts: 3 });
  const { stdout } = await promisify(execFile)(process.execPath, [INBOX], {
    env: { ...process.env, HERAUT_PORT_GATEWAY: addresses.gateway.split(':')[1] },
  });
  expect(stdout).toContain(`+31612349999  ${text}`);
  expect((await other?.listInboundMessages())?.items).toEqual([]);
});
