import { describe, expect, it } from 'vitest';
import { answerHello, confirmReady, greeting } from '../../../functions/domain/messaging/greet-box.ts';
import type { Box } from '../../../functions/domain/messaging/model.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { acceptedMessage, newId, readyBox } from '../../support/messages.ts';

const now = new Date('2026-11-21T10:00:00.000Z');
const journalId = newId('jnl');
const other = newId('jnl');
const known: Box = readyBox({
  tenantId: 'ten_1',
  journalId,
  epoch: 4,
  confirmedEpoch: 4,
  hellos: ['hello-before', 'hello-of-epoch-4'],
});
const { quarantined: _, journalId: __, ...fresh } = { ...known, epoch: 0, confirmedEpoch: 0, hellos: [] };
const hello = (given: { journalId?: string; epoch?: number; helloId?: string }) => ({
  type: 'hello' as const,
  helloId: 'hello-of-this-start',
  journalId,
  epoch: 4,
  agentVersion: '1.0.0',
  at: '2026-11-21T10:00:00.000Z',
  ...given,
});
const unconfirmed: Box = { ...known, epoch: 5, confirmedEpoch: 4, hellos: ['hello-of-epoch-4', 'hello-of-this-start'] };

describe('what the cloud makes of a hello', () => {
  it.each([
    ['a new box', fresh, { epoch: 0 }, 'welcome', 1],
    ['a start', known, {}, 'welcome', 5],
    ['the same hello, said again because its welcome got lost', unconfirmed, {}, 'welcome', 5],
    ['another one, as the box gave up the first', unconfirmed, { helloId: 'hello-said-anew' }, 'welcome', 5],
    [
      'another one of the older epoch once the new one is confirmed',
      { ...unconfirmed, confirmedEpoch: 5 },
      { helloId: 'hello-of-a-copy' },
      'quarantined',
      5,
    ],
    ['a disk restored from long ago', known, { epoch: 2 }, 'quarantined', 4],
    ['a disk that is ahead of this cloud', known, { epoch: 9 }, 'quarantined', 4],
    ['a new disk', known, { journalId: other, epoch: 0 }, 'welcome', 1],
    ['the used disk of another box', known, { journalId: other, epoch: 3 }, 'quarantined', 4],
    ['a start in quarantine', { ...known, quarantined: 'cloned' }, {}, 'quarantined', 4],
    ['a new disk in quarantine', { ...known, quarantined: 'cloned' }, { journalId: other, epoch: 0 }, 'welcome', 1],
  ] as const)('B1 %s', (_name, box, said, kind, epoch) => {
    const result = greeting(box, hello(said), now);
    if (result.kind === 'late') throw new Error('taken for a late copy');
    expect(result.kind).toBe(kind);
    expect(result.box.epoch).toBe(epoch);
    expect(result.box.quarantined !== undefined).toBe(kind === 'quarantined');
  });

  it.each([
    ['this start', { ...unconfirmed, confirmedEpoch: 5 }, {}],
    ['the start before', known, { epoch: 2, helloId: 'hello-before' }],
    ['the disk before', known, { epoch: 0, journalId: other, helloId: 'hello-before' }],
  ] as const)('B1 a copy of a hello of %s, come late, changes nothing', (_name, box, said) => {
    expect(greeting(box, hello(said), now)).toEqual({ kind: 'late' });
  });
});

it('B1 a hello that was stuck on the way, and overtaken by the next, changes nothing', () => {
  const next = greeting(known, hello({ helloId: 'hello-said-anew' }), now);
  if (next.kind === 'late') throw new Error('taken for a late copy');
  const confirmed = { ...next.box, confirmedEpoch: next.box.epoch };
  expect(greeting(confirmed, hello({ helloId: 'hello-stuck' }), new Date(now.getTime() - 1))).toEqual({ kind: 'late' });
  expect(greeting(confirmed, hello({ helloId: 'hello-of-a-copy' }), new Date(now.getTime() + 1)).kind).toBe(
    'quarantined',
  );
});

describe('a hello', () => {
  function cloudWith(box: Box) {
    const cloud = memoryMessaging(box.tenantId);
    cloud.addBox(box);
    return cloud;
  }
  const withBox = (box: Box, messageId: string = newId('msg')) =>
    acceptedMessage({
      tenantId: box.tenantId,
      messageId,
      state: 'handed-over',
      handover: { attempt: 1, boxId: box.boxId, journalId: box.journalId ?? '', looks: 1 },
    });

  it('B1 with a stale epoch makes everything with that box unconfirmed and raises the alarm', async () => {
    const cloud = cloudWith(known);
    const open = cloud.putMessage(withBox(known));
    await answerHello(cloud, known, hello({ epoch: 2 }), cloud.clock.now());
    expect(cloud.troubles).toEqual(['box in quarantine']);
    expect(cloud.sent.map(({ message }) => message.type)).toEqual(['quarantined']);
    expect((await cloud.messages.find('ten_1', open.messageId))?.state).toBe('unconfirmed');
  });

  it('B1 of a new disk makes what the old one had unconfirmed, and gives the new one nothing of it', async () => {
    const cloud = cloudWith(known);
    const open = cloud.putMessage(withBox(known));
    await answerHello(cloud, known, hello({ journalId: other, epoch: 0 }), cloud.clock.now());
    const welcomed = await cloud.boxes.find('ten_1', known.boxId);
    expect(welcomed).toMatchObject({ journalId: other, epoch: 1, confirmedEpoch: 0 });
    if (!welcomed) return;
    await confirmReady(cloud, welcomed, { type: 'ready', journalId: other, epoch: 1 });
    expect(cloud.attemptsFor(known.boxId)).toEqual([]);
    expect((await cloud.messages.find('ten_1', open.messageId))?.state).toBe('unconfirmed');
  });

  it('is of no use any more ten minutes after the broker had it', async () => {
    const cloud = cloudWith(known);
    await answerHello(cloud, known, hello({}), new Date('2026-11-21T09:49:59.000Z'));
    expect(cloud.sent).toEqual([]);
    expect(cloud.troubles).toEqual(['hello out of date']);
    expect(await cloud.boxes.find('ten_1', known.boxId)).toEqual(known);
  });

  it('gives nothing out before the box has confirmed its epoch, then what it may have missed and what waits', async () => {
    const cloud = cloudWith(known);
    const missed = cloud.putMessage(withBox(known));
    const waiting = cloud.putMessage(acceptedMessage({ tenantId: 'ten_1' }));
    await answerHello(cloud, known, hello({}), cloud.clock.now());
    expect(cloud.attemptsFor(known.boxId)).toEqual([]);
    const welcomed = await cloud.boxes.find('ten_1', known.boxId);
    if (!welcomed) throw new Error('the box is gone');
    await confirmReady(cloud, welcomed, { type: 'ready', journalId, epoch: 4 });
    expect(cloud.attemptsFor(known.boxId)).toEqual([]);
    await confirmReady(cloud, welcomed, { type: 'ready', journalId, epoch: 5 });
    expect(cloud.attemptsFor(known.boxId)).toEqual([`${missed.messageId}.1`, `${waiting.messageId}.1`]);
  });
});
