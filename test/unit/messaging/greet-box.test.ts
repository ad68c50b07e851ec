import { describe, expect, it } from 'vitest';
import { answerHello, confirmReady, greeting } from '../../../functions/domain/messaging/greet-box.ts';
import type { Box } from '../../../functions/domain/messaging/model.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { acceptedMessage, newId, readyBox } from '../../support/messages.ts';

const journalId = newId('jnl');
const other = newId('jnl');
const known: Box = readyBox({ tenantId: 'ten_1', journalId, epoch: 4, confirmedEpoch: 4, helloId: 'hello-of-epoch-4' });
const { quarantined: _, journalId: __, helloId: ___, ...fresh } = { ...known, epoch: 0, confirmedEpoch: 0 };
const hello = (given: { journalId?: string; epoch?: number; helloId?: string }) => ({
  type: 'hello' as const,
  helloId: 'hello-of-this-start',
  journalId,
  epoch: 4,
  agentVersion: '1.0.0',
  at: '2026-11-21T10:00:00.000Z',
  ...given,
});
const unconfirmed: Box = { ...known, epoch: 5, confirmedEpoch: 4, helloId: 'hello-of-this-start' };

describe('what the cloud makes of a hello', () => {
  it.each([
    ['a new box', fresh, { epoch: 0 }, 'welcome', 1],
    ['a start', known, {}, 'welcome', 5],
    ['the same hello, said again because its welcome got lost', unconfirmed, {}, 'again', 5],
    ['another hello of the older epoch', unconfirmed, { helloId: 'hello-of-a-copy' }, 'quarantined', 5],
    ['the same hello once the new epoch is confirmed', { ...unconfirmed, confirmedEpoch: 5 }, {}, 'quarantined', 5],
    ['a disk restored from long ago', known, { epoch: 2 }, 'quarantined', 4],
    ['a disk that is ahead of this cloud', known, { epoch: 9 }, 'quarantined', 4],
    ['a new disk', known, { journalId: other, epoch: 0 }, 'welcome', 1],
    ['the used disk of another box', known, { journalId: other, epoch: 3 }, 'quarantined', 4],
    ['a start in quarantine', { ...known, quarantined: 'cloned' }, {}, 'quarantined', 4],
    ['a new disk in quarantine', { ...known, quarantined: 'cloned' }, { journalId: other, epoch: 0 }, 'welcome', 1],
  ] as const)('B1 %s', (_name, box, said, kind, epoch) => {
    const result = greeting(box, hello(said));
    expect(result.kind).toBe(kind);
    expect(result.box.epoch).toBe(epoch);
    expect(result.box.quarantined !== undefined).toBe(kind === 'quarantined');
  });
});

describe('a hello', () => {
  function cloudWith(box: Box) {
    const cloud = memoryMessaging(box.tenantId);
    cloud.addBox(box);
    const quarantined: Box[] = [];
    return { ...cloud, quarantined, onQuarantine: (one: Box) => void quarantined.push(one) };
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
    await answerHello(cloud, known, hello({ epoch: 2 }));
    expect(cloud.quarantined).toHaveLength(1);
    expect(cloud.sent.map(({ message }) => message.type)).toEqual(['quarantined']);
    expect((await cloud.messages.find('ten_1', open.messageId))?.state).toBe('unconfirmed');
  });

  it('B1 of a new disk makes what the old one had unconfirmed, and gives the new one nothing of it', async () => {
    const cloud = cloudWith(known);
    const open = cloud.putMessage(withBox(known));
    await answerHello(cloud, known, hello({ journalId: other, epoch: 0 }));
    const welcomed = await cloud.boxes.find('ten_1', known.boxId);
    expect(welcomed).toMatchObject({ journalId: other, epoch: 1, confirmedEpoch: 0 });
    if (!welcomed) return;
    await confirmReady(cloud, welcomed, { type: 'ready', journalId: other, epoch: 1 });
    expect(cloud.attemptsFor(known.boxId)).toEqual([]);
    expect((await cloud.messages.find('ten_1', open.messageId))?.state).toBe('unconfirmed');
  });

  it('gives nothing out before the box has confirmed its epoch, then what it may have missed and what waits', async () => {
    const cloud = cloudWith(known);
    const missed = cloud.putMessage(withBox(known));
    const waiting = cloud.putMessage(acceptedMessage({ tenantId: 'ten_1' }));
    await answerHello(cloud, known, hello({}));
    expect(cloud.attemptsFor(known.boxId)).toEqual([]);
    const welcomed = await cloud.boxes.find('ten_1', known.boxId);
    if (!welcomed) throw new Error('the box is gone');
    await confirmReady(cloud, welcomed, { type: 'ready', journalId, epoch: 4 });
    expect(cloud.attemptsFor(known.boxId)).toEqual([]);
    await confirmReady(cloud, welcomed, { type: 'ready', journalId, epoch: 5 });
    expect(cloud.attemptsFor(known.boxId)).toEqual([`${missed.messageId}.1`, `${waiting.messageId}.1`]);
  });
});
