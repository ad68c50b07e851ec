import { mailEvents } from '../compose/mail-events.ts';
import { type MailEvent, takeMailEvent } from '../domain/mail/take-mail-event.ts';
import { queueConsumer } from '../events/queue-consumer.ts';

const { log, read, events } = mailEvents();

/** The queue `mail-events`: what became of mails after the mail service had taken them. */
export const handler = queueConsumer<MailEvent | undefined>(
  log,
  (body) => ({ content: read(body) }),
  async ([event]) => {
    if (event) await takeMailEvent(events, event);
  },
);
