import { describe, expect, it } from 'vitest';
import { PORTAL_ACTIONS, type PortalAction } from '../../../contract/routes/portal-access.ts';
import { actOnAccess } from '../../../functions/domain/portal/act-on-access.ts';
import type { PortalStatus } from '../../../functions/domain/portal/model.ts';
import { change, MAIL_CASES } from './mail-cases.ts';
import { CORRESPONDENCE, MemoryPortal } from './memory-portal.ts';

const ACTOR = { tenantId: 'ten_1', id: 'emp_1', requestId: 'req-1', address: '192.0.2.1' };
const act = (portal: MemoryPortal, action: PortalAction, mailTo?: string) =>
  actOnAccess(portal.deps, ACTOR, 'wrk_1', action, { mailTo });

/** Whether staff or wrong passwords have blocked it makes a difference to staff alone. */
type Standing = PortalStatus | 'blocked-automatically';

/** A worker whose access came to this status by the acts of staff, or by wrong passwords. */
async function portalIn(status: Standing): Promise<MemoryPortal> {
  const portal = new MemoryPortal();
  if (status !== 'disabled') await act(portal, 'enable');
  if (status === 'blocked') await act(portal, 'block');
  if (status === 'blocked-automatically' && portal.access)
    portal.access = { ...portal.access, status: 'blocked', cause: 'auto', version: portal.access.version + 1 };
  for (const list of [portal.mails, portal.logins, portal.file, portal.audit]) list.length = 0;
  return portal;
}

/** E1-13 to E1-17: what each act makes of each status; absent: refused. */
const TABLE: Readonly<Record<Standing, Partial<Record<PortalAction, PortalStatus>>>> = {
  disabled: { enable: 'enabled' },
  enabled: { disable: 'disabled', 'new-login-data': 'enabled', block: 'blocked' },
  blocked: { disable: 'disabled', 'new-login-data': 'enabled', grant: 'enabled' },
  'blocked-automatically': { disable: 'disabled', 'new-login-data': 'enabled', block: 'blocked', grant: 'enabled' },
};
const LOGIN: Readonly<Record<PortalAction, string>> = {
  enable: 'new',
  disable: 'deleted',
  'new-login-data': 'new',
  block: 'blocked',
  grant: 'released',
};
const CASES = (Object.keys(TABLE) as Standing[]).flatMap((status) =>
  PORTAL_ACTIONS.map((action) => ({ status, action, to: TABLE[status][action] })),
);
describe.each(MAIL_CASES)('with %s', (_, outcome, prepare) => {
  it.each(CASES.filter(({ to }) => to !== undefined))(
    'A19 E1-12 $action when $status makes it $to, and the answer says what became of the mail',
    async ({ status, action, to }) => {
      const portal = await portalIn(status);
      prepare(portal);
      const { access, mail } = await act(portal, action);
      expect({ status: access.status, mail }).toEqual({ status: to, mail: outcome });
      expect(portal.access).toEqual(access);
      expect(portal.logins.map(({ kind }) => kind)).toEqual([LOGIN[action]]);
      expect(portal.file).toEqual([
        expect.objectContaining({ kind: `portal-access-${action}`, mail: outcome, by: 'emp_1' }),
      ]);
      expect(portal.audit).toEqual([`portal-access-${action}: ${status} → ${to}`]);
      expect(portal.mails).toHaveLength(outcome === 'sent' ? 1 : 0);
      expect(portal.mailFailures).toHaveLength(outcome === 'not-confirmed' ? 1 : 0);
    },
  );

  it.each(CASES.filter(({ to }) => to === undefined))(
    'A19 E1-21 $action when $status is refused with the reason, and nothing changes',
    async ({ status, action }) => {
      const portal = await portalIn(status);
      prepare(portal);
      const before = portal.access;
      await expect(act(portal, action)).rejects.toMatchObject({
        code: 'action-not-possible',
        errors: [
          {
            path: 'status',
            message: 'The access is {status}; {action} is possible only when it is {from}',
            values: expect.objectContaining({ status, action }),
          },
        ],
      });
      expect(portal.access).toEqual(before);
      expect([...portal.mails, ...portal.logins, ...portal.file, ...portal.audit]).toEqual([]);
    },
  );
});

it('E1-16 A6 a block by staff takes the place of one by wrong passwords, and ends the sessions that this one left', async () => {
  const portal = await portalIn('blocked-automatically');
  const before = portal.access;
  const { access } = await act(portal, 'block');
  expect(access).toMatchObject({ status: 'blocked', cause: 'staff', epoch: (before?.epoch ?? 0) + 1 });
  expect(access.loginName).toBe(before?.loginName);
  await expect(act(portal, 'block')).rejects.toMatchObject({ code: 'action-not-possible' });
});

it('E1-9 E1-11 a mail goes to the first address that mails reach; staff may pick another', async () => {
  const portal = await portalIn('disabled');
  change(portal, { worker: { mailAddresses: ['bounced@example.com', 'second@example.com', 'third@example.com'] } });
  const address = 'bounced@example.com';
  portal.marks.set(address, { tenantId: 'ten_1', address, reason: 'bounced', since: '2026-11-20T10:00:00.000Z' });
  expect((await act(portal, 'enable')).mail).toBe('sent');
  expect((await act(portal, 'block', 'third@example.com')).mail).toBe('sent');
  expect((await act(portal, 'grant', address)).mail).toBe('bounced');
  expect(portal.mails.map(({ to }) => to)).toEqual(['second@example.com', 'third@example.com']);
});

it('A19 disabling stands though the void sessions could not be removed, and that is told', async () => {
  const portal = await portalIn('enabled');
  portal.sessionsStay = true;
  expect((await act(portal, 'disable')).access.status).toBe('disabled');
  expect(portal.sessionsLeft).toHaveLength(1);
});

describe('login data', () => {
  it('E1-1 never take the place of themselves: a name that is drawn again is drawn once more', async () => {
    const portal = await portalIn('enabled');
    const before = portal.access?.loginName;
    portal.drawnAgain.push(true, true, false);
    const { access } = await act(portal, 'new-login-data');
    expect(access.loginName).not.toBe(before);
    expect(portal.logins).toHaveLength(1);
  });

  it('E1-1 begin with the prefix and the given name in plain letters, and another is made when one is taken', async () => {
    const portal = await portalIn('disabled');
    portal.takenNames = 2;
    const { loginData } = await act(portal, 'enable');
    expect(loginData?.loginName).toBe('EF_Rene14305');
  });

  it.each([
    ['Łucja Maria', /^EF_LucjaMaria\d{5}$/],
    ['Ισμήνη', /^EF_Flex\d{5}$/],
    ["D'Angelo-Ñandú", /^EF_DAngeloNandu\d{5}$/],
    ['X'.repeat(100), /^EF_X{20}\d{5}$/],
  ])('E1-1 of %s have no letter that a phone lacks', async (givenName, form) => {
    const portal = await portalIn('disabled');
    change(portal, { worker: { givenName } });
    expect((await act(portal, 'enable')).loginData?.loginName).toMatch(form);
  });

  it('A1 work for 72 hours, and are kept as a hash alone', async () => {
    const portal = await portalIn('disabled');
    const { access, loginData } = await act(portal, 'enable');
    expect(access.issuedUntil).toBe('2026-11-24T10:00:00.000Z');
    expect(loginData?.validUntil.toISOString()).toBe(access.issuedUntil);
    expect(JSON.stringify([portal.access, portal.logins, portal.file, portal.audit])).not.toContain('mzpk');
  });

  it('E1-17 are the same after a block and a grant', async () => {
    const portal = await portalIn('blocked');
    const { access } = await act(portal, 'grant');
    expect(access).toMatchObject({ loginName: portal.access?.loginName, issuedUntil: expect.any(String) });
    expect(access.cause).toBeUndefined();
  });

  it('E1-14 are gone after it is disabled, and its sessions too', async () => {
    const portal = await portalIn('enabled');
    const { access } = await act(portal, 'disable');
    expect(access).toEqual({ tenantId: 'ten_1', workerId: 'wrk_1', status: 'disabled', epoch: 2, version: 2 });
    expect(portal.sessionsRemoved).toBe(1);
  });

  it('A9 an access enabled again is of another epoch than the one before', async () => {
    const portal = await portalIn('enabled');
    const before = portal.access?.epoch ?? 0;
    await act(portal, 'disable');
    expect((await act(portal, 'enable')).access.epoch).toBeGreaterThan(before + 1);
  });
});

describe('two employees at once', () => {
  it('do it once: the second is told that it is no longer possible', async () => {
    const portal = await portalIn('enabled');
    let first = true;
    portal.meanwhile = () => {
      if (!first) return;
      first = false;
      if (portal.access) portal.access = { ...portal.access, status: 'blocked', version: portal.access.version + 1 };
    };
    await expect(act(portal, 'block')).rejects.toMatchObject({ code: 'action-not-possible' });
    expect(portal.mails).toEqual([]);
  });

  it('nobody acts for a worker that there is not', async () => {
    const portal = await portalIn('disabled');
    portal.correspondence = undefined;
    await expect(act(portal, 'enable')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the mail', () => {
  it('E1-13 E1-18 tells what the built-in text tells, in the order that workers know', async () => {
    const portal = await portalIn('disabled');
    await act(portal, 'enable');
    const [mail] = portal.mails;
    expect(mail).toMatchObject({
      from: { name: 'De Brug', address: 'noreply@debrug.example' },
      to: 'rene@example.com',
      replyTo: 'info@debrug.example',
      subject: 'Uw account bij De Brug is geactiveerd',
    });
    expect(mail?.text.split('\n\n')).toEqual([
      'Uw account bij De Brug is m.i.v. 21 november 2026 geactiveerd en geeft u toegang tot uw gegevens. De aan u toegekende inloggegevens luiden:',
      'Gebruikersnaam: EF_Rene14303\nWachtwoord: mzpk-7r4t-e9hw-3xua',
      'U kunt inloggen op: www.flexwerker.com',
      'Direct na het inloggen dient u zowel de gebruikersnaam als het wachtwoord te wijzigen in door u zelf gekozen waarden. U kunt er tot 24 november 2026 om 11:00 mee inloggen.',
      'Indien u vragen heeft kunt u contact opnemen met uw relatiebeheerder Sanne de Wit bij De Brug of een e-mail richten aan info@debrug.example.',
      'Dit bericht is vertrouwelijk.',
    ]);
  });

  it('E1-8 leaves the sentence about the website out when there is none', async () => {
    const portal = await portalIn('disabled');
    change(portal, { correspondence: { website: undefined } });
    await act(portal, 'enable');
    expect(portal.mails[0]?.text).not.toContain('U kunt inloggen op');
  });

  it('E1-11 goes to the address that was picked', async () => {
    const portal = await portalIn('enabled');
    await act(portal, 'block', 'other@example.org');
    expect(portal.mails[0]?.to).toBe('other@example.org');
  });

  it.each([
    ['branch', { contactAddress: 'utrecht@debrug.example' }, 'utrecht@debrug.example'],
    ['branch', {}, 'info@debrug.example'],
  ] as const)('E1-18 names the address that the policy %s gives', async (mailPolicy, of, address) => {
    const portal = await portalIn('enabled');
    change(portal, { correspondence: { mailPolicy } });
    const mailSender = { name: 'Utrecht', address: 'noreply@utrecht.example' };
    const branch = { name: 'Utrecht', mailSender, addresses: [], phones: [], ...of };
    portal.correspondence = { ...(portal.correspondence ?? CORRESPONDENCE), branch };
    await act(portal, 'block');
    expect(portal.mails[0]).toMatchObject({ from: mailSender, replyTo: address });
  });

  it('E1-19 is not sent from elsewhere when the worker’s branch has no sender', async () => {
    const portal = await portalIn('enabled');
    portal.correspondence = { ...CORRESPONDENCE, branch: { name: 'Utrecht', addresses: [], phones: [] } };
    expect((await act(portal, 'block')).mail).toBe('no-sender');
  });

  it.each(['nl', 'de', 'pl', 'en'] as const)(
    'B11 is in %s, as text and as HTML that shows names as they are',
    async (language) => {
      const portal = await portalIn('disabled');
      change(portal, { worker: { language, givenName: '<b>Jan</b>' } });
      portal.correspondence = {
        ...(portal.correspondence ?? CORRESPONDENCE),
        accountManager: { name: '<script>alert(1)</script> & Co' },
      };
      for (const action of ['enable', 'block', 'grant', 'new-login-data', 'disable'] as const)
        await act(portal, action);
      expect(new Set(portal.mails.map(({ subject }) => subject)).size).toBe(5);
      for (const { html, text, subject } of portal.mails) {
        expect(html).toContain(`<html lang="${language}">`);
        expect(html).not.toContain('<script>');
        expect(html).toContain('&lt;script&gt;');
        expect(`${subject} ${text}`).toContain('De Brug');
        expect(text).not.toMatch(/undefined|\[object/);
      }
    },
  );
});
