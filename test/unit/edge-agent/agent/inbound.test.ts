import { describe, expect, it } from 'vitest';
import { PARTS_AWAITED_MS } from '../../../../edge-agent/src/journal/inbound-messages.ts';
import type { InboundPart } from '../../../../edge-agent/src/ports.ts';
import { inboundEvents, phoneParts } from '../../../support/edge/inbound-parts.ts';
import { Office } from '../../../support/edge/office.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SENDER = '+31612345678';

async function office(): Promise<Office> {
  const box = new Office();
  await box.start();
  return box;
}

/** Parts of one message, sent now. */
function parts(box: Office, ...texts: string[]): [InboundPart, ...InboundPart[]] {
  return phoneParts({ sender: SENDER, texts, sentAt: box.clock.now() }) as [InboundPart, ...InboundPart[]];
}

async function receive(box: Office, ...given: InboundPart[]): Promise<void> {
  for (const part of given) await box.modem.receive(part);
  await box.clock.advance(0);
}

const texts = (box: Office) => inboundEvents(box.cloud).map(({ text }) => text);
const onDisk = (box: Office) => [...box.disk.afterPowerCut().values()].join('');

describe('B3 a message from a phone', () => {
  it('of one part is told with all that the network says of it', async () => {
    const box = await office();
    const sentAt = box.clock.now();
    await box.clock.advance(2_000);
    await receive(box, ...phoneParts({ sender: SENDER, texts: ['Ja, ik kom'], sentAt }));
    expect(inboundEvents(box.cloud)).toEqual([
      {
        ...{ type: 'inbound', inboundId: expect.stringMatching(/^inb_/), kind: 'text', modem: 'modem' },
        ...{ sender: SENDER, text: 'Ja, ik kom', parts: 1, sentAt: sentAt.toISOString(), at: box.clock.at(0) },
      },
    ]);
  });

  it('of several parts is told once, whole, whatever their order and however often they come', async () => {
    const box = await office();
    const [one, two, three] = parts(box, 'Ik ben ', 'om tien uur ', 'daar 👍');
    await receive(box, three as InboundPart, one, three as InboundPart, one);
    expect(texts(box)).toEqual([]);
    await receive(box, two as InboundPart, two as InboundPart, one);
    expect(texts(box)).toEqual(['Ik ben om tien uur daar 👍']);
    expect(box.cloud.heardOf('events').flatMap((message) => ('events' in message ? message.events : []))).toHaveLength(
      1,
    );
  });

  it('is on disk, part by part, before the modem may delete its copy', async () => {
    const box = await office();
    const [one] = parts(box, 'eerste helft ', 'tweede helft');
    await box.modem.receive(one);
    expect(onDisk(box)).toContain('eerste helft');
  });

  it('goes on after a power cut between its parts, and knows the part that comes again', async () => {
    const box = await office();
    const [one, two] = parts(box, 'eerste ', 'tweede');
    await receive(box, two as InboundPart);
    await box.restart();
    await receive(box, two as InboundPart, one, one);
    expect(texts(box)).toEqual(['eerste tweede']);
    await box.restart();
    await receive(box, one, two as InboundPart);
    expect(inboundEvents(box.cloud)).toHaveLength(1);
  });

  it('is kept from the first second on, with no connection, and told under the id that it got then', async () => {
    const box = new Office();
    box.cloud.reachable = false;
    box.wallClockAhead = -50 * 365 * DAY;
    await box.start();
    await receive(box, ...parts(box, 'Ja'));
    const id = /inb_\w{26}/.exec(onDisk(box))?.[0];
    box.cloud.reachable = true;
    await box.restart();
    expect(inboundEvents(box.cloud)).toMatchObject([{ inboundId: id, text: 'Ja', at: box.clock.at(0) }]);
  });

  it('is told until the cloud acknowledges it, and then leaves the disk', async () => {
    const box = await office();
    box.cloud.acknowledges = false;
    await receive(box, ...parts(box, 'heel ', 'geheim'));
    await box.restart();
    expect(box.cloud.heardOf('events')).toHaveLength(2);
    expect(onDisk(box)).toContain('geheim');
    box.cloud.acknowledges = true;
    await box.clock.advance(2 * HOUR);
    expect(onDisk(box)).not.toContain('geheim');
  });
});

describe('B3 a message whose parts never come', () => {
  it('is told after a day with the numbers of those that are missing, and its later part by itself', async () => {
    const box = await office();
    const [one, two, three] = parts(box, 'een ', 'twee ', 'drie');
    await receive(box, three as InboundPart, one);
    await box.clock.advance(PARTS_AWAITED_MS - HOUR);
    expect(texts(box)).toEqual([]);
    await box.clock.advance(2 * HOUR);
    expect(inboundEvents(box.cloud)).toMatchObject([{ text: 'een drie', parts: 3, missing: [2] }]);
    await receive(box, two as InboundPart, one);
    await box.clock.advance(PARTS_AWAITED_MS + HOUR);
    expect(inboundEvents(box.cloud)).toMatchObject([{ missing: [2] }, { text: 'twee ', missing: [1, 3] }]);
  });

  it('waits a day from when the time was known, however wrong the box’s clock was before', async () => {
    const box = new Office();
    box.cloud.reachable = false;
    await box.start();
    const [one, two] = phoneParts({
      sender: SENDER,
      texts: ['een ', 'twee'],
      sentAt: new Date('2026-11-01T08:00:00Z'),
    });
    await receive(box, one as InboundPart);
    const [alone] = phoneParts({
      sender: '+48601234567',
      texts: ['raz ', 'dwa'],
      sentAt: new Date('2026-11-01T08:00:00Z'),
    });
    await receive(box, alone as InboundPart);
    box.cloud.reachable = true;
    await box.restart();
    await box.clock.advance(PARTS_AWAITED_MS - HOUR);
    await receive(box, two as InboundPart);
    expect(texts(box)).toEqual(['een twee']);
    await box.clock.advance(3 * HOUR);
    expect(inboundEvents(box.cloud)).toMatchObject([{ text: 'een twee' }, { text: 'raz ', missing: [2] }]);
  });
});
