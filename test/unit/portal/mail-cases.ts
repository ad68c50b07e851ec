import type { MailOutcome } from '../../../contract/mail-outcomes.ts';
import { CORRESPONDENCE, type MemoryPortal } from './memory-portal.ts';

/** What may be with a mail: in words, what is told of it, and how a portal comes to it. */
export const MAIL_CASES: readonly (readonly [string, MailOutcome, (portal: MemoryPortal) => void])[] = [
  ['an address', 'sent', () => {}],
  [
    'a first address that is marked',
    'sent',
    (portal) => {
      change(portal, { worker: { mailAddresses: ['bounced@example.com', 'rene@example.com'] } });
      const address = 'bounced@example.com';
      portal.marks.set(address, { tenantId: 'ten_1', address, reason: 'bounced', since: '2026-11-20T10:00:00.000Z' });
    },
  ],
  ['no address', 'no-address', (portal) => change(portal, { worker: { mailAddresses: [] } })],
  ['a mail that fails', 'not-confirmed', (portal) => Object.assign(portal, { mailFails: true })],
  ['mails switched off', 'switched-off', (portal) => change(portal, { correspondence: { mailOnAccessChange: false } })],
  ['no sender', 'no-sender', (portal) => change(portal, { correspondence: { mailSender: undefined } })],
];

/** Changes what decides on the mails to the worker. */
export function change(portal: MemoryPortal, to: { worker?: object; correspondence?: object }): void {
  const { worker, settings } = CORRESPONDENCE;
  portal.correspondence = {
    ...CORRESPONDENCE,
    worker: { ...worker, ...to.worker },
    settings: { ...settings, correspondence: { ...settings.correspondence, ...to.correspondence } },
  };
}
