import { AUTOMATIC_BLOCK } from '../../contract/notices.ts';
import { after } from '../compose/after.ts';
import { sendNotice } from '../domain/access/account-mails/send-notice.ts';
import { sendMailChangeCode } from '../domain/access/own-contact-data/send-code.ts';
import { followRecovery } from '../domain/access/recovery/follow-recovery.ts';
import { sendWarning } from '../domain/credits/low-balance/send-warning.ts';
import { followInbound } from '../domain/inbound/follow-inbound.ts';
import { registerEvent } from '../domain/messaging/events/register-event.ts';
import { mailRefusal } from '../domain/messaging/refused-numbers/mail-refusal.ts';
import { followAutomaticBlock } from '../domain/portal/automatic-block.ts';
import { mailBlock } from '../domain/portal/mail-block.ts';
import { mailSwitchedOff } from '../domain/webhooks/mail-switched-off.ts';
import { tellOfInbound, tellOfMessage } from '../domain/webhooks/tell.ts';
import { streamConsumer } from '../events/stream-consumer.ts';

const { log, read, block, codes, events, inbound, notices, refusals, letters, webhooks } = after();

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
      return mailRefusal(refusals, change.refused, change.duty);
    case 'inbound':
      if (!change.isNew) return followInbound(inbound, change.inbound, change.duty);
      return all(
        followInbound(inbound, change.inbound, change.duty),
        tellOfInbound(webhooks, change.inbound, change.recordedAt),
      );
    case 'balance-mark':
      return sendWarning(letters, change.mark, change.duty);
    case 'notification':
      if (change.notification.kind !== AUTOMATIC_BLOCK) return sendNotice(notices, change.notification, change.duty);
      return mailBlock(block, change.notification, change.duty);
    case 'webhook':
      return mailSwitchedOff(letters, change.webhook, change.duty);
    case 'message':
      return all(registerEvent(events, change.message), tellOfMessage(webhooks, change));
  }
});

/** Whatever fails, the others are done; the record comes again, and each knows what it did. */
async function all(...done: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(done)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
