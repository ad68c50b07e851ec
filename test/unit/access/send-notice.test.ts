import { expect, it } from 'vitest';
import type { MailOutcome } from '../../../contract/mail-outcomes.ts';
import type { Addressee } from '../../../functions/domain/access/account-mails/addressee.ts';
import { sendNotice } from '../../../functions/domain/access/account-mails/send-notice.ts';
import { addressKey, type MailMark } from '../../../functions/domain/mail/marks.ts';
import type { Mail } from '../../../functions/domain/mail/ports.ts';
import { memoryMailDuties } from '../../support/memory-mail-duties.ts';
import { CORRESPONDENCE } from '../portal/memory-portal.ts';

const [OLD, NEW] = ['Old@example.com', 'new@example.com'];
const NOTICE = {
  tenantId: 'ten_1',
  subjectId: 'wrk_1',
  notificationId: 'not_1',
  by: 'wrk_1',
  at: '2026-11-21T10:00:00.000Z',
};

/** Where a notice goes, and what is noted of it. */
async function sent(given: { mailTo?: string[]; mailAddresses: string[]; marked: string[] }) {
  const { settings, agency } = CORRESPONDENCE;
  const { mailTo, mailAddresses, marked } = given;
  const addressee: Addressee = {
    ...{ agency, settings, language: 'nl', mailAddresses, mobiles: [] },
    from: settings.correspondence.mailSender,
  };
  const marks = new Map(
    marked.map((one): [string, MailMark] => {
      const address = addressKey(one);
      return [address, { tenantId: 'ten_1', address, reason: 'bounced', since: NOTICE.at }];
    }),
  );
  const mails: Mail[] = [];
  const outcomes: MailOutcome[] = [];
  const { duties, told } = memoryMailDuties('ten_1');
  await sendNotice(
    {
      addressees: { of: async () => addressee },
      marks: { find: async () => marks },
      notifications: { mailed: async (_, outcome) => void outcomes.push(outcome) },
      ...{ duties, clock: { now: () => new Date(NOTICE.at) } },
      mailer: {
        async send(mail) {
          const mark = marks.get(addressKey(mail.to));
          if (mark) return mark.reason;
          mails.push(mail);
          return 'sent';
        },
      },
      mailFailed: (error) => expect.unreachable(String(error)),
      mailGivenUp: () => expect.unreachable(),
    },
    { ...NOTICE, kind: 'phones-changed', ...(mailTo && { mailTo }) },
    told('notice'),
  );
  return { to: mails.map(({ to }) => to), outcomes };
}

it.each([
  ['the first address', { mailAddresses: [OLD, NEW], marked: [] }, [OLD]],
  ['the second where the first is marked', { mailAddresses: [OLD, NEW], marked: [OLD] }, [NEW]],
  ['the addresses that it names', { mailAddresses: [NEW], mailTo: [OLD, NEW], marked: [] }, [OLD, NEW]],
  [
    'the other one alone where one that it names is marked',
    { mailAddresses: [NEW], mailTo: [OLD, NEW], marked: [OLD] },
    [NEW],
  ],
  [
    'an address of before where the present one is marked',
    { mailAddresses: [NEW], mailTo: [OLD, NEW], marked: [NEW] },
    [OLD],
  ],
])('A18 a notice goes to %s', async (_, given, to) => {
  expect((await sent(given)).to).toEqual(to);
});

it('E1-12 where every address is marked the file says so', async () => {
  expect(await sent({ mailAddresses: [OLD, NEW], marked: [OLD, NEW] })).toEqual({ to: [], outcomes: ['bounced'] });
});
