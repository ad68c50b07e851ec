import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../contract/client.ts';
import type { MessagingSettings } from '../../../contract/messaging-settings.ts';
import type { Problem } from '../../../contract/problem.ts';
import { prefixesOf, prefixRefusal } from '../../../web/src/features/mobile-prefixes/prefixes.ts';
import { changesTo } from '../../../web/src/features/sms-settings/changes-to.ts';
import {
  accountOf,
  accountRefusals,
  accountValuesOf,
} from '../../../web/src/features/sms-settings/providers/account-values.ts';
import {
  fieldOf,
  pathOf,
  quietSettingOf,
  quietValuesOf,
} from '../../../web/src/features/sms-settings/quiet-hours-values.ts';

const refused = (path: string, message: string, code: Problem['code'] = 'invalid-request') =>
  new ProblemError(
    400,
    { ...{ type: '', title: '', status: 400, detail: '', requestId: '', code }, errors: [{ path, message }] },
    null,
  );

describe('settings as they are typed', () => {
  it('E4-16 saves what was changed, also what was emptied, and nothing else', () => {
    const before: Pick<MessagingSettings, 'errorAddress' | 'forwardTo' | 'listInMenu'> = {
      errorAddress: 'a@mail.example',
      forwardTo: undefined,
      listInMenu: true,
    };
    expect(changesTo(before, { ...before, errorAddress: undefined })).toEqual({ errorAddress: undefined });
    expect(Object.keys(changesTo(before, { ...before, errorAddress: undefined }))).toEqual(['errorAddress']);
    expect(changesTo(before, { ...before })).toEqual({});
  });

  it('quiet hours are what was kept, and offered for the nights where there are none', () => {
    const kept = {
      windows: [{ from: '20:00', until: '08:00', days: ['Sat' as const] }],
      timeZone: 'Europe/Warsaw',
      priorities: ['low' as const],
      categories: ['marketing' as const],
    };
    expect(quietSettingOf(quietValuesOf(kept))).toEqual(kept);
    const none = quietValuesOf(undefined);
    expect(quietSettingOf(none)).toBeUndefined();
    expect(quietSettingOf({ ...none, on: true })).toMatchObject({ windows: [{ from: '21:00', until: '07:00' }] });
    expect(quietSettingOf({ ...none, on: true })).not.toHaveProperty('timeZone');
    expect(pathOf('windows.0.from')).toBe('quietHours.windows[0].from');
    expect(fieldOf(pathOf('windows.0.from'))).toBe('windows.0.from');
  });

  it('E3-1 a provider’s account has a house with SMSAPI alone, and a rate where one was given', () => {
    const values = { ...accountValuesOf(undefined), token: 'abc' };
    expect(accountOf('smsapi', values)).toEqual({ credentials: { token: 'abc' }, house: 'com' });
    const byName = { ...values, kind: 'password', username: 'demo', password: 'secret', perSecond: ' 20 ' } as const;
    expect(accountOf('websms', byName)).toEqual({
      credentials: { username: 'demo', password: 'secret' },
      perSecond: 20,
    });
  });

  it('what is refused of an account is said at its field', () => {
    const values = accountValuesOf(undefined);
    expect(accountRefusals(refused('credentials', 'Give a token'), values, 'nl')).toEqual({ token: 'Give a token' });
    const byProvider = refused('credentials', 'smsapi 101 credentials-refused', 'provider-account-refused');
    expect(accountRefusals(byProvider, values, 'en')['token']).toMatch(/^The provider refuses .* \(SMSAPI 101\)$/);
    expect(accountRefusals(refused('perSecond', 'At least 1'), values, 'nl')).toEqual({ perSecond: 'At least 1' });
  });

  it('E4-15 a prefix that is refused is named', () => {
    expect(prefixesOf(' +316\n+4915, +4916;\n')).toEqual(['+316', '+4915', '+4916']);
    expect(prefixRefusal(refused('prefixes[1]', 'No'), ['+316', '06'])).toEqual({ prefixes: '06: No' });
    expect(prefixRefusal(refused('prefixes', 'Twice'), ['+316', '+316'])).toEqual({ prefixes: 'Twice' });
    expect(prefixRefusal(refused('', '', 'changed-meanwhile'), [])).toEqual({});
  });
});
