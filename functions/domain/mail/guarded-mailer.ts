import { MailPutOff } from './mail-put-off.ts';
import { addressKey, type MailMarks } from './marks.ts';
import type { Mailer, MailTransport } from './ports.ts';

/** Sends nothing to an address that bounced or complained: it would bounce again, and harm the mails of everybody else. */
export function guardedMailer(transport: MailTransport, marks: Pick<MailMarks, 'find'>): Mailer {
  return {
    async send(mail) {
      const found = await marks.find(mail.tenantId, [mail.to]).catch((cause: unknown) => {
        throw new MailPutOff('not known whether mails go there', { cause });
      });
      const mark = found.get(addressKey(mail.to));
      if (mark) return mark.reason;
      await transport.send(mail);
      return 'sent';
    },
  };
}
