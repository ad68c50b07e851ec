import { expect, it } from 'vitest';
import { simulatedEvents } from '../../../local/mail/simulated-events.ts';

const tags = { tenant: ['ten_1'] };
const mailTo = (...to: string[]) => ({ messageId: 'm-1', from: 'a@example.org', to, configurationSet: 'heraut', tags });
const now = new Date('2026-11-22T01:00:00.000Z');
const typesOf = (events: readonly object[]) => events.map((event) => (event as { eventType: string }).eventType);

it.each([
  ['success', ['Delivery']],
  ['bounce', ['Bounce']],
  ['suppressionlist', ['Bounce']],
  ['ooto', ['Delivery', 'Bounce']],
  ['complaint', ['Delivery', 'Complaint']],
])('the simulated mailbox %s has the events of SES’s simulator, also with a label', (mailbox, types) => {
  for (const address of [`${mailbox}@simulator.amazonses.com`, `${mailbox}+jan@simulator.amazonses.com`]) {
    const events = simulatedEvents(mailTo(address), now);
    expect(typesOf(events)).toEqual(types);
    for (const event of events) expect(event).toMatchObject({ mail: { destination: [address], tags } });
  }
});

it.each([
  'jan@example.com',
  'bounce@example.com',
  'bounces@simulator.amazonses.com',
  'bounce@simulator.amazonses.com.example',
])('the simulator tells nothing of %s', (address) => {
  expect(simulatedEvents(mailTo(address), now)).toEqual([]);
});

it('the simulator tells nothing of a mail without a configuration set', () => {
  const mail = { ...mailTo('bounce@simulator.amazonses.com'), configurationSet: undefined };
  expect(simulatedEvents(mail, now)).toEqual([]);
});
