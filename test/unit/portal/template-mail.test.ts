import { describe, expect, it } from 'vitest';
import type { PortalAction } from '../../../contract/routes/portal-access.ts';
import { actOnAccess } from '../../../functions/domain/portal/act-on-access.ts';
import { previewMail } from '../../../functions/domain/portal/preview-mail.ts';
import { change } from './mail-cases.ts';
import { MemoryPortal } from './memory-portal.ts';

const ACTOR = { tenantId: 'ten_1', id: 'emp_1', requestId: 'req-1', address: '192.0.2.1' };
const templateId = 'tpl_1';
const BODY = [
  'Beste {{worker}},',
  'Sinds {{date}} hebt u een account bij {{tenant}}, vestiging {{branch}}.',
  'Naam: {{loginName}}\nWachtwoord: {{password}} (tot {{validUntil}})',
  '{{website}}',
  'Vragen? {{accountManager}}, {{contactAddress}} <snel>',
].join('\n\n');

function portalWithTemplate(): MemoryPortal {
  const portal = new MemoryPortal();
  portal.templates.set(templateId, {
    ...{ tenantId: 'ten_1', id: templateId, version: 1, createdAt: '', changedAt: '', changedBy: 'emp_1' },
    fields: {
      name: 'Welkom',
      type: 'worker-login-data',
      texts: { nl: { subject: 'Welkom bij {{tenant}}', body: BODY } },
    },
  });
  return portal;
}
const act = (portal: MemoryPortal, action: PortalAction) =>
  actOnAccess(portal.deps, ACTOR, 'wrk_1', action, { templateId });
const preview = (portal: MemoryPortal, action: PortalAction, options: object = { templateId }) =>
  previewMail(portal.deps, { tenantId: 'ten_1', workerId: 'wrk_1', action }, options);

const filled = (loginName: string, password: string) =>
  [
    'Beste René Jansen,',
    'Sinds 21 november 2026 hebt u een account bij De Brug, vestiging .',
    `Naam: ${loginName}\nWachtwoord: ${password} (tot 24 november 2026 om 11:00)`,
    'U kunt inloggen op: www.flexwerker.com',
    'Vragen? Sanne de Wit, info@debrug.example <snel>',
    'Dit bericht is vertrouwelijk.',
  ].join('\n\n');

describe('a mail by a template', () => {
  it('E1-10 E1-18 holds what the placeholders stand for, and the disclaimer, as text and as HTML', async () => {
    const portal = portalWithTemplate();
    await act(portal, 'enable');
    expect(portal.mails).toEqual([
      expect.objectContaining({
        subject: 'Welkom bij De Brug',
        text: filled('EF_Rene14303', 'mzpk-7r4t-e9hw-3xua'),
        replyTo: 'info@debrug.example',
      }),
    ]);
    expect(portal.mails[0]?.html).toContain('Wachtwoord: mzpk-7r4t-e9hw-3xua');
    expect(portal.mails[0]?.html).toContain('&lt;snel&gt;');
  });

  it('E1-8 leaves the sentence of the portal’s address out where there is none', async () => {
    const portal = portalWithTemplate();
    change(portal, { correspondence: { website: undefined } });
    await act(portal, 'enable');
    expect(portal.mails[0]?.text).not.toContain('inloggen op');
    expect(portal.mails[0]?.text).not.toContain('\n\n\n');
  });

  it('E1-10 is for new login data too, and for no other act', async () => {
    const portal = portalWithTemplate();
    await act(portal, 'enable');
    await act(portal, 'new-login-data');
    expect(portal.mails.map(({ subject }) => subject)).toEqual(['Welkom bij De Brug', 'Welkom bij De Brug']);
    for (const action of ['block', 'disable'] as const)
      await expect(act(portal, action)).rejects.toMatchObject({
        code: 'invalid-request',
        errors: [{ path: 'templateId', message: expect.stringContaining('login data') }],
      });
    expect(portal.access?.status).toBe('enabled');
  });

  it.each([
    ['that does not exist', (portal: MemoryPortal) => portal.templates.clear(), 'There is no {id}'],
    [
      'without a text in the worker’s language',
      (portal: MemoryPortal) => change(portal, { worker: { language: 'pl' } }),
      'no text in the worker',
    ],
  ])('E1-10 one %s is refused before anything is done', async (_, prepare, message) => {
    const portal = portalWithTemplate();
    prepare(portal);
    const refusal = {
      code: 'invalid-request',
      errors: [{ path: 'templateId', message: expect.stringContaining(message) }],
    };
    await expect(act(portal, 'enable')).rejects.toMatchObject(refusal);
    await expect(preview(portal, 'enable')).rejects.toMatchObject(refusal);
    expect([portal.access, portal.file.length, portal.mails.length]).toEqual([undefined, 0, 0]);
  });
});

describe('a preview', () => {
  it('E1-10 A3 shows the mail as it would be, and neither makes nor shows a password', async () => {
    const portal = portalWithTemplate();
    const { expected, ...mail } = await preview(portal, 'enable');
    expect(expected).toBe('sent');
    expect(mail).toEqual({
      from: { name: 'De Brug', address: 'noreply@debrug.example' },
      to: 'rene@example.com',
      subject: 'Welkom bij De Brug',
      text: filled('EF_Rene*****', '********'),
      html: expect.stringContaining('********'),
    });
    expect([portal.access, portal.file.length, portal.audit.length, portal.mails.length]).toEqual([undefined, 0, 0, 0]);
  });

  it('E1-11 goes to the address that was picked, and shows the built-in text where no template is', async () => {
    const { to, text } = await preview(portalWithTemplate(), 'enable', { mailTo: 'thuis@example.com' });
    expect(to).toBe('thuis@example.com');
    expect(text).toContain('Wachtwoord: ********');
  });

  it.each([
    ['disable', 'opgeheven'],
    ['block', 'geblokkeerd'],
  ] as const)('E1-10 of %s shows its built-in mail', async (action, words) => {
    const portal = portalWithTemplate();
    await act(portal, 'enable');
    expect((await preview(portal, action, {})).text).toContain(words);
  });

  it('E1-9 tells that it could not be sent', async () => {
    const portal = portalWithTemplate();
    change(portal, { worker: { mailAddresses: [] } });
    const { expected, to, text } = await preview(portal, 'enable');
    expect([expected, to]).toEqual(['no-address', undefined]);
    expect(text).toContain('Beste René Jansen');
  });

  it('E1-21 of an act that the status does not allow is refused like the act', async () => {
    await expect(preview(portalWithTemplate(), 'block', {})).rejects.toMatchObject({ code: 'action-not-possible' });
  });
});
