import { describe, expect, it } from 'vitest';
import { AUTOMATIC_BLOCK } from '../../../contract/notices.ts';
import { actOnAccess } from '../../../functions/domain/portal/act-on-access.ts';
import { followAutomaticBlock, LOOKED_AT_WITHIN } from '../../../functions/domain/portal/automatic-block.ts';
import { mailBlock } from '../../../functions/domain/portal/mail-block.ts';
import { MAIL_CASES } from './mail-cases.ts';
import { loginAt, MemoryPortal } from './memory-portal.ts';

const ACTOR = { tenantId: 'ten_1', id: 'emp_1', requestId: 'req-1', address: '192.0.2.1' };
const AT = '2026-11-21T10:00:00.000Z';

/** An access on which three wrong passwords have just been tried. */
async function attacked(): Promise<MemoryPortal> {
  const portal = new MemoryPortal();
  await actOnAccess(portal.deps, ACTOR, 'wrk_1', 'enable');
  for (const list of [portal.mails, portal.logins, portal.file, portal.audit]) list.length = 0;
  portal.wrongPasswords = AT;
  return portal;
}
/** What follows from the third try, and from the line in the file. */
async function follow(portal: MemoryPortal): Promise<void> {
  await followAutomaticBlock(portal.deps, loginAt(AT));
  for (const line of portal.file.filter(({ kind }) => kind === AUTOMATIC_BLOCK))
    await mailBlock(portal.deps, line, FIRST_TOLD);
}
/** The line as it was when the stream first told of it. */
const FIRST_TOLD = { tenantId: 'ten_1', item: 'block', tries: 0 };

describe.each(MAIL_CASES)('with %s', (_, outcome, prepare) => {
  it('E1-4 three wrong passwords are written down as a block, noted with what became of the mail, and audited', async () => {
    const portal = await attacked();
    prepare(portal);
    await follow(portal);
    expect(portal.access).toMatchObject({ status: 'blocked', cause: 'auto', loginName: 'EF_Rene14303' });
    expect(portal.logins).toEqual([{ kind: 'locked', at: AT }]);
    expect(portal.file).toEqual([
      expect.objectContaining({ kind: 'portal-access-auto-block', by: 'system', at: AT, mail: outcome }),
    ]);
    expect(portal.audit).toEqual(['portal-access-auto-block: enabled → blocked-automatically']);
    expect(portal.mails).toHaveLength(outcome === 'sent' ? 1 : 0);
    expect(portal.mailFailures).toHaveLength(outcome === 'not-confirmed' ? 1 : 0);
  });

  it('E1-4 a block that is told twice is mailed and noted once', async () => {
    const portal = await attacked();
    prepare(portal);
    await follow(portal);
    const { mails, file, audit } = structuredClone({ mails: portal.mails, file: portal.file, audit: portal.audit });
    await follow(portal);
    expect({ mails: portal.mails, file: portal.file, audit: portal.audit }).toEqual({ mails, file, audit });
  });
});

it('E1-4 the mail names agency, day and whom to ask, in the words of a block, and holds no login data', async () => {
  const portal = await attacked();
  await follow(portal);
  const [mail] = portal.mails;
  expect(mail).toMatchObject({
    to: 'rene@example.com',
    subject: 'De toegang tot uw account bij De Brug is geblokkeerd',
    text: expect.stringContaining('De toegang tot uw account bij De Brug is m.i.v. 21 november 2026 geblokkeerd.'),
  });
  expect(mail?.text).toContain('info@debrug.example');
  expect(mail?.text).not.toMatch(/EF_|Wachtwoord/);
});

it('a third try is left alone as long as its password may still be looked at', async () => {
  const portal = await attacked();
  await follow(portal);
  expect(portal.waited).toBe(LOOKED_AT_WITHIN);
  const late = await attacked();
  late.now = new Date(Date.parse(AT) + 3_600_000);
  await follow(late);
  expect(late.waited).toBe(0);
  expect(late.file).toHaveLength(1);
});

it('a third try that was right after all changes nothing and mails nothing', async () => {
  const portal = await attacked();
  portal.wrongPasswords = undefined;
  await follow(portal);
  expect(portal.access?.status).toBe('enabled');
  expect([...portal.mails, ...portal.file, ...portal.audit, ...portal.logins]).toEqual([]);
});

it.each(['grant', 'new-login-data', 'disable'] as const)(
  'E1-4 staff who %s first find the block written down before, and no mail of it follows',
  async (action) => {
    const portal = await attacked();
    await actOnAccess(portal.deps, ACTOR, 'wrk_1', action);
    await follow(portal);
    expect(portal.file.map(({ kind }) => kind)).toEqual(['portal-access-auto-block', `portal-access-${action}`]);
    expect(portal.audit[0]).toBe('portal-access-auto-block: enabled → blocked-automatically');
    expect(portal.mails).toHaveLength(1);
    expect(portal.mails[0]?.subject).not.toContain('geblokkeerd');
  },
);

it('staff who are quicker by a moment win, and the block is looked at again', async () => {
  const portal = await attacked();
  let quick = true;
  portal.meanwhile = () => {
    if (!quick || !portal.access) return;
    quick = false;
    portal.access = { ...portal.access, version: portal.access.version + 1 };
  };
  await follow(portal);
  expect(portal.access).toMatchObject({ status: 'blocked', cause: 'auto' });
  expect(portal.file).toHaveLength(1);
});

it('E1-4 a mail that failed is noted as not confirmed, made later, and noted as sent then', async () => {
  const portal = await attacked();
  portal.mailFails = true;
  await follow(portal);
  expect(portal.file[0]?.mail).toBe('not-confirmed');
  portal.mailFails = false;
  const [line] = portal.file;
  if (!line) throw new Error('there is no line');
  for (const _ of ['told', 'told again']) await mailBlock(portal.deps, line, portal.mailDuties.told('block'));
  expect(portal.mails).toHaveLength(1);
  expect(portal.file[0]?.mail).toBe('sent');
});
