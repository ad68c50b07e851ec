import { after } from '../compose/after.ts';
import { sendNotice } from '../domain/access/account-mails/send-notice.ts';
import { sendMailChangeCode } from '../domain/access/own-contact-data/send-code.ts';
import { followRecovery } from '../domain/access/recovery/follow-recovery.ts';
import { sendWarning } from '../domain/credits/low-balance/send-warning.ts';
import { followInbound } from '../domain/inbound/follow-inbound.ts';
import { registerEvent } from '../domain/messaging/events/register-event.ts';
import { mailRefusal } from '../domain/messaging/refused-numbers/mail-refusal.ts';
import { followAutomaticBlock } from '../domain/portal/automatic-block.ts';
import { tellOfInbound, tellOfMessage } from '../domain/webhooks/tell.ts';
import { streamConsumer } from '../events/stream-consumer.ts';

const { log, read, block, codes, events, inbound, notices, refusals, warning, webhooks } = after();

/** The table's stream: what follows from a change, once it is stored. A record may come twice, and late. */
export const handler = streamConsumer(log, async (record) => {
  const change = read(record);
  switch (change.type) {
    case 'login':
      return followAutomaticBlock(block, change.login);
    case 'recovery':
      return followRecovery(codes, change.recovery);
    case 'mail-address-change':
      return sendMailChangeCode(codes, change.change);
    case 'refused-number':
      return mailRefusal(refusals, change.refused);
    case 'inbound':
      if (!change.isNew) return followInbound(inbound, change.inbound);
      return all(followInbound(inbound, change.inbound), tellOfInbound(webhooks, change.inbound, change.recordedAt));
    case 'balance-mark':
      return sendWarning(warning, change.mark);
    case 'notification':
      return sendNotice(notices, change.notification);
    case 'message':
      return all(registerEvent(events, change.message), tellOfMessage(webhooks, change));
  }
});

/** Whatever fails, the others are done; the record comes again, and each knows what it did. */
async function all(...done: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(done)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
