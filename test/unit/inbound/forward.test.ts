import { expect, it } from 'vitest';
import { type ForwardDependencies, forward, PUT_OFF_FOR } from '../../../functions/domain/inbound/mail/forward.ts';
import { sweepMails } from '../../../functions/domain/inbound/mail/sweep-mails.ts';
import { MailPutOff } from '../../../functions/domain/mail/mail-put-off.ts';
import type { Mail } from '../../../functions/domain/mail/ports.ts';
import { memoryInbound } from '../../support/memory-inbound.ts';
import { inboundMessage, newId } from '../../support/messages.ts';
import { OFFERED_SMS } from '../../support/offered-sms.ts';

const START = new Date('2026-11-22T08:00:00Z');

/** An agency to whose address SMS are mailed, and one SMS; the mail service answers as a test says. */
async function office(...answers: (Error | undefined)[]) {
  let now = START;
  const asked: string[] = [];
  const memory = memoryInbound();
  const inbound = {
    ...memory,
    async askForMail(tenantId: string, inboundId: string) {
      asked.push(inboundId);
      await memory.askForMail(tenantId, inboundId);
    },
  };
  const sms = inboundMessage({ tenantId: newId('ten') });
  await inbound.keep(sms, START);
  const mails: Mail[] = [];
  const troubles: unknown[] = [];
  const mailSender = { name: 'De Brug', address: 'noreply@debrug.example' };
  const settings = {
    correspondence: { mailOnAccessChange: true, disclaimer: {}, mailPolicy: 'general' as const, mailSender },
    ...{ loginPrefix: 'EF', allowedOrigins: [] },
  };
  const deps: ForwardDependencies = {
    inbound,
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
    clock: { now: () => now },
  };
  const messaging = { ...OFFERED_SMS.messaging, forwardTo: 'sms@debrug.example' };
  const from = { correspondent: '+31612345678', records: [], isStop: false };
  return {
    ...{ mails, troubles },
    tell: () => forward(deps, { name: 'De Brug', language: 'nl', messaging }, sms, from),
    /** How many mails the sweep asks for then. */
    async sweepAfter(milliseconds: number) {
      now = new Date(START.getTime() + milliseconds);
      asked.length = 0;
      await sweepMails({ inbound, clock: deps.clock }, sms.tenantId);
      return asked.length;
    },
  };
}

it('E4-3 an SMS whose mail the mail service puts off is mailed later, once', async () => {
  const { tell, sweepAfter, mails, troubles } = await office(new MailPutOff('not now'));
  await tell();
  expect([mails.length, troubles.length]).toEqual([0, 1]);
  expect(await sweepAfter(PUT_OFF_FOR)).toBe(0);
  expect(await sweepAfter(PUT_OFF_FOR + 1)).toBe(1);
  await tell();
  await tell();
  expect(mails).toHaveLength(1);
  expect(await sweepAfter(2 * PUT_OFF_FOR)).toBe(0);
});

it('E4-3 an SMS whose mail may have gone out is not mailed again, and somebody hears of it', async () => {
  const { tell, sweepAfter, mails, troubles } = await office(new Error('no answer in time'));
  await tell();
  expect(troubles).toHaveLength(1);
  expect(await sweepAfter(2 * PUT_OFF_FOR)).toBe(0);
  await tell();
  expect(mails).toEqual([]);
});
