import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';
import { InvitationRepository } from '../../../functions/adapters/dynamodb/invitation-repository.ts';
import { keys } from '../../../functions/adapters/dynamodb/keys.ts';
import { acceptInvitation } from '../../../functions/domain/access/invitations/accept-invitation.ts';
import { noSecondFactor } from '../../../functions/domain/access/second-factor/model.ts';
import { accessOn, anAddress, PASSWORD } from '../../support/agency.ts';
import { newId } from '../../support/messages.ts';
import { useTable } from '../../support/table.ts';

const { table, name } = useTable();
const access = { ...accessOn(table), invitations: new InvitationRepository(table) };
const root = join(import.meta.dirname, '..', '..', '..');
const AWS = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };

/** A command as the operator calls it, on a table of a deployment. */
async function command(file: string, ...args: string[]) {
  const env = { ...process.env, ...AWS, AWS_ENDPOINT_URL_DYNAMODB: `http://${inject('dynamodb')}` };
  const all = [join(root, 'tools', 'operate', file), ...args, '--table', name, '--region', 'eu-central-1'];
  return promisify(execFile)(process.execPath, all, { env }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, said: stderr }),
  );
}
const found = (slug: string, ...more: string[]) =>
  command(
    'first-tenant.ts',
    ...['--slug', slug, '--name', 'Uitzendbureau West', '--country', 'NL', '--language', 'nl'],
    ...['--administrator', 'Anna de Vries', '--mail', 'anna@west.example', '--site', 'https://app.example', ...more],
  );
const tokenIn = (said: string) => /https:\/\/app\.example\/invitation#(\S+)/.exec(said)?.[1] ?? '';
const accept = (token: string, loginName: string) =>
  acceptInvitation(access, {
    token,
    loginName,
    password: PASSWORD,
    address: anAddress(),
    requestId: 'req-test',
    browser: {},
  });

describe('the operator', () => {
  it('B13 makes an agency whose first administrator is invited, and again as long as nobody accepted', {
    timeout: 60_000,
  }, async () => {
    const slug = newId('ten').slice(4).toLowerCase();
    const [first, second] = [await found(slug), await found(slug)];
    expect([first.code, second.code]).toEqual([0, 0]);
    await expect(accept(tokenIn(first.said), 'anna')).rejects.toMatchObject({ code: 'invitation-not-valid' });
    const { principal } = await accept(tokenIn(second.said), 'anna');
    expect(principal).toMatchObject({ kind: 'employee', name: 'Anna de Vries', pending: 'enrol-second-factor' });
    expect(await found(slug)).toEqual({ code: 1, said: expect.stringContaining('has an administrator already') });

    const { tenantId, id: personId } = principal;
    const factor = { ...noSecondFactor(tenantId, personId), totp: { sealed: '1.a', lastStep: 1 }, version: 1 };
    await table.write({ put: { ...keys.secondFactor(tenantId, personId), type: 'second-factor', v: 1, ...factor } });
    const reset = await command('reset-second-factor.ts', '--slug', slug, '--login', 'Anna');
    expect(reset.said).toContain('the next login sets one up');
    expect(await access.secondFactors.find(tenantId, personId)).toBeUndefined();
  });

  it('B13 A22 makes operators, each with a login of their own, and takes it away', { timeout: 60_000 }, async () => {
    const operator = (mail: string, ...more: string[]) => command('operator.ts', '--mail', mail, ...more);
    const invited = (mail: string) => operator(mail, '--name', 'Piet', '--site', 'https://app.example');
    const [piet, jan] = [await invited('piet@operator.example'), await invited('jan@operator.example')];
    expect([piet.code, jan.code]).toEqual([0, 0]);
    for (const [{ said }, loginName] of [[piet, 'piet'] as const, [jan, 'jan'] as const])
      expect((await accept(tokenIn(said), loginName)).principal).toMatchObject({
        ...{ kind: 'operator', loginName, pending: 'enrol-second-factor', tenant: { slug: 'operator' } },
        permissions: new Set(),
      });
    expect(await operator('jan@operator.example', '--remove')).toMatchObject({ code: 0 });
    expect(await operator('jan@operator.example', '--remove')).toMatchObject({ code: 1 });
    expect(await operator('piet@operator.example', '--remove')).toEqual({
      code: 1,
      said: expect.stringContaining('There has to be an administrator'),
    });
    expect(await found('operator')).toMatchObject({ code: 1, said: expect.stringContaining('choose another') });
  });

  it('is told what is missing and what is wrong', { timeout: 60_000 }, async () => {
    const nothing = await command('first-tenant.ts');
    expect(nothing).toEqual({
      code: 1,
      said: expect.stringMatching(/--slug is missing.*--country is NL.*--mail is missing/s),
    });
    expect(await found('We st')).toEqual({
      code: 1,
      said: expect.stringContaining('slug: Give 1 to 63 small letters'),
    });
    const nobody = await command('reset-second-factor.ts', '--slug', 'nobody', '--login', 'anna');
    expect(nobody).toEqual({ code: 1, said: 'No employee of nobody has the login name anna\n' });
  });
});
