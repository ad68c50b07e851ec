import { expect, it } from 'vitest';
import type { Permission } from '../../../contract/permissions.ts';
import { rightsOfEmployee, rightsOfToken } from '../../../functions/domain/messaging/settings/sending-rights.ts';
import { OFFERED_SMS } from '../../support/offered-sms.ts';

const ROLE = 'rol_01JD0000000000000000000001';
const OTHER = 'rol_01JD0000000000000000000002';
const none: ReadonlySet<Permission> = new Set();

it.each([
  [true, true, undefined, [], undefined],
  [true, true, ROLE, [OTHER, ROLE], undefined],
  [true, true, ROLE, [OTHER], 'sms-role-missing'],
  [true, false, ROLE, [ROLE], 'sms-not-offered'],
  [false, true, undefined, [], 'sms-service-off'],
  [false, false, ROLE, [], 'sms-service-off'],
] as const)(
  'E0-2 E0-3 with 1400 %s, offered %s and role %s an employee with %j is refused for %s',
  (serviceOn, offered, senderRole, roles, why) => {
    const settings = { ...OFFERED_SMS.messaging, serviceOn, offered, senderRole };
    const { permissions, withheld } = rightsOfEmployee(settings, roles, none);
    expect(withheld.get('messages:send')).toBe(why);
    expect(permissions.has('messages:send')).toBe(why === undefined);
  },
);

it('E4-15 takes the menu item away with variable 1400, from those who have it', () => {
  const settings = { ...OFFERED_SMS.messaging, serviceOn: false };
  expect(rightsOfEmployee(settings, [], new Set(['messages:menu'])).withheld.get('messages:menu')).toBe(
    'sms-service-off',
  );
  expect(rightsOfEmployee(settings, [], none).withheld.has('messages:menu')).toBe(false);
});

it('E0-3 asks no role of an API token, and gives it no scope that it lacks', () => {
  const settings = { ...OFFERED_SMS.messaging, senderRole: ROLE };
  expect(rightsOfToken(settings, ['messages:send']).permissions).toEqual(new Set(['messages:send']));
  const reader = rightsOfToken({ ...settings, offered: false }, ['messages:read']);
  expect(reader).toEqual({ permissions: new Set(['messages:read']), withheld: new Map() });
});
