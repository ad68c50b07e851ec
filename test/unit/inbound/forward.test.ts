import { expect, it } from 'vitest';
import { type ForwardDependencies, forward } from '../../../functions/domain/inbound/mail/forward.ts';
import { TRY_DELAYS } from '../../../functions/domain/mail/duties/model.ts';
import { sweepDuties } from '../../../functions/domain/mail/duties/sweep-duties.ts';
import { MailPutOff } from '../../../functions/domain/mail/mail-put-off.ts';
import type { Mail } from '../../../functions/domain/mail/ports.ts';
import { memoryMailDuties } from '../../support/memory-mail-duties.ts';
import { inboundMessage, newId } from '../../support/messages.ts';
import { OFFERED_SMS } from '../../support/offered-sms.ts';

const START = new Date('2026-11-22T08:00:00Z');

/** An agency to whose address SMS are mailed, and one SMS; the mail service answers as a test says. */
async function office(...answers: (Error | undefined)[]) {
  let now = START;
  const sms = inboundMessage({ tenantId: newId('ten') });
  const { duties, asked, told } = memoryMailDuties(sms.tenantId);
  const mails: Mail[] = [];
  const troubles: unknown[] = [];
  const mailSender = { name: 'De Brug', address: 'noreply@debrug.example' };
  const settings = {
    correspondence: { mailOnAccessChange: true, disclaimer: {}, mailPolicy: 'general' as const, mailSender },
    ...{ loginPrefix: 'EF', allowedOrigins: [] },
  };
  const deps: ForwardDependencies = {
    duties,
    settings: { find: async () => ({ settings, version: 1 }), replace: async () => false },
    mailer: {
      async send(mail) {
        const answer = answers.shift();
        if (answer) throw answer;
        mails.push(mail);
        return 'sent';
      },
    },
    mailFailed: (error) => void troubles.push(error),
    mailGivenUp: () => {},
    clock: { now: () => now },
  };
  const messaging = { ...OFFERED_SMS.messaging, forwardTo: 'sms@debrug.example' };
  const from = { correspondent: '+31612345678', records: [], isStop: false };
  const first = told(sms.inboundId);
  return {
    ...{ mails, troubles },
    /** What the stream tells: as the SMS was when it came in, or as it is now. */
    async tell(which: 'as it came' | 'as it is' = 'as it is') {
      const duty = which === 'as it came' ? first : told(sms.inboundId);
      await forward(deps, { name: 'De Brug', language: 'nl', messaging }, sms, { ...from, duty });
    },
    /** How many mails the sweep asks for then. */
    async sweepAfter(milliseconds: number) {
      now = new Date(START.getTime() + milliseconds);
      asked.length = 0;
      await sweepDuties({ duties, clock: deps.clock }, sms.tenantId);
      return asked.length;
    },
  };
}

const [FIRST_DELAY] = TRY_DELAYS;

it('E4-3 an SMS whose mail the mail service puts off is mailed later, once', async () => {
  const { tell, sweepAfter, mails, troubles } = await office(new MailPutOff('not now'));
  for (const _ of ['told', 'told again']) await tell('as it came');
  expect([mails.length, troubles.length]).toEqual([0, 1]);
  expect(await sweepAfter(FIRST_DELAY)).toBe(0);
  expect(await sweepAfter(FIRST_DELAY + 1)).toBe(1);
  await tell();
  await tell();
  await tell('as it came');
  expect(mails).toHaveLength(1);
  expect(await sweepAfter(9 * FIRST_DELAY)).toBe(0);
});
