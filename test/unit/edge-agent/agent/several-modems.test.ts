import { describe, expect, it } from 'vitest';
import type { PartOutcome } from '../../../../edge-agent/src/ports.ts';
import { commandOf } from '../../../support/edge/commands.ts';
import { Office } from '../../../support/edge/office.ts';

const HOUR = 3_600_000;
const NEVER = new Promise<never>(() => {});
const long = (parts: number) => 'x'.repeat(153 * parts);

async function office(prepare?: Parameters<Office['start']>[2]): Promise<Office> {
  const box = new Office('one', 'two');
  await box.start(undefined, undefined, prepare);
  return box;
}

/** What each modem sent. */
function sentBy({ network }: Office, name: string): string[] {
  return network.given.filter(({ modem }) => modem === name).map(({ part }) => part.text);
}

describe('two modems', () => {
  it('B4 share the messages, the oldest first, each sent once', async () => {
    const box = await office();
    const texts = Array.from({ length: 20 }, (_, index) => String(index));
    await box.send(...texts.map((text) => box.attempt(text)));
    expect(box.network.texts().toSorted()).toEqual(texts.toSorted());
    expect(sentBy(box, 'one').length).toBeGreaterThan(5);
    expect(sentBy(box, 'two').length).toBeGreaterThan(5);
    for (const name of box.modemNames)
      expect(sentBy(box, name).map(Number)).toEqual(
        sentBy(box, name)
          .map(Number)
          .toSorted((a, b) => a - b),
      );
  });

  it('B4 go on without one that can never send', async () => {
    const box = await office((modem) => {
      if (modem.name === 'one') modem.isReady = NEVER;
    });
    await box.send(...['1', '2', '3'].map((text) => box.attempt(text)));
    expect(sentBy(box, 'two')).toEqual(['1', '2', '3']);
  });

  it('go on without one that is paused', async () => {
    const box = await office();
    const { agent, cloud } = box;
    const command = commandOf(box, 1, { kind: 'pause', modem: 'one' });
    await cloud.send({ type: 'command', journalId: agent?.journalId ?? '', command });
    await box.send(box.attempt('chosen', { modem: 'one' }), box.attempt('any'));
    expect(box.network.given).toMatchObject([{ modem: 'two', part: { text: 'any' } }]);
    const resume = commandOf(box, 2, { kind: 'resume', modem: 'one' });
    await cloud.send({ type: 'command', journalId: agent?.journalId ?? '', command: resume });
    await box.clock.advance(0);
    expect(sentBy(box, 'one')).toEqual(['chosen']);
  });

  it('go on while one does not answer', async () => {
    const box = await office();
    const answer = Promise.withResolvers<PartOutcome>();
    box.modemNamed('one').answer = () => answer.promise;
    await box.send(...['1', '2', '3', '4'].map((text) => box.attempt(text)));
    expect(sentBy(box, 'one')).toEqual(['1']);
    expect(sentBy(box, 'two')).toEqual(['2', '3', '4']);
    answer.resolve({ kind: 'submitted', reference: 7 });
    await box.clock.advance(0);
    for (const { attemptId } of box.cloud.attempts)
      expect(box.cloud.types(attemptId)).toEqual(['received', 'submitted']);
  });

  it('stop after the parts that both have', async () => {
    const box = await office();
    const answers = new Map(box.modemNames.map((name) => [name, Promise.withResolvers<PartOutcome>()]));
    for (const [name, answer] of answers) box.modemNamed(name).answer = () => answer.promise;
    await box.send(...['1', '2', '3'].map((text) => box.attempt(text)));
    const stopped = box.agent?.stop();
    for (const [reference, answer] of [...answers.values()].entries()) {
      expect(box.logged.map(({ event }) => event)).not.toContain('stopped');
      answer.resolve({ kind: 'submitted', reference });
      await box.clock.advance(0);
    }
    await stopped;
    expect(box.network.texts()).toEqual(['1', '2']);
  });
});

it('B4 what a modem could not send is sent by the other one, which had nothing to do', async () => {
  const box = await office();
  const one = box.modemNamed('one');
  const two = box.modemNamed('two');
  const ready = Promise.withResolvers<void>();
  two.isReady = ready.promise;
  one.answer = () => {
    one.isReady = NEVER;
    ready.resolve();
    return { kind: 'not-sent', reason: '+CMS ERROR: 331' };
  };
  await box.send(box.attempt('Goedemorgen'));
  expect(sentBy(box, 'two')).toEqual([]);
  await box.clock.advance(2_000);
  expect(sentBy(box, 'two')).toEqual(['Goedemorgen']);
});

describe('a long message', () => {
  it('goes through one modem whole', async () => {
    const box = await office();
    await box.send(...[5, 4, 3, 2, 1, 5].map((parts) => box.attempt(long(parts))));
    const modemsOf = new Map<number | undefined, Set<string>>();
    for (const { part, modem } of box.network.given) {
      const reference = part.concatenation?.reference;
      if (reference !== undefined) modemsOf.set(reference, (modemsOf.get(reference) ?? new Set()).add(modem));
    }
    expect([...modemsOf.values()].map(({ size }) => size)).toEqual([1, 1, 1, 1, 1]);
    expect(box.network.given).toHaveLength(20);
  });

  it('B1 waits for the modem that has sent of it, also over a restart, and is submitted in part when that never comes back', async () => {
    const box = await office();
    const one = box.modemNamed('one');
    one.answer = (_, reference) => {
      one.isReady = NEVER;
      return { kind: 'submitted', reference };
    };
    box.modemNamed('two').isReady = NEVER;
    const attempt = box.attempt(long(3), { notAfter: box.clock.at(HOUR) });
    await box.send(attempt);
    expect(sentBy(box, 'one')).toHaveLength(1);
    await box.start(undefined, box.disk.afterPowerCut(), (modem) => {
      if (modem.name === 'one') modem.isReady = NEVER;
    });
    await box.send(box.attempt('short'));
    expect(sentBy(box, 'two')).toEqual(['short']);
    await box.clock.advance(HOUR);
    expect(box.cloud.events.get(`${attempt.attemptId}:submitted`)).toMatchObject({
      parts: 3,
      partsSubmitted: 1,
      reason: 'the rest was too old to be sent',
    });
    expect(box.network.given).toHaveLength(2);
  });

  it('is begun by the other modem when of its first part certainly nothing was sent', async () => {
    const box = await office();
    const one = box.modemNamed('one');
    one.answer = () => {
      one.isReady = NEVER;
      return { kind: 'not-sent', reason: '+CMS ERROR: 331' };
    };
    box.modemNamed('two').isReady = NEVER;
    const attempt = box.attempt(long(2));
    await box.send(attempt);
    expect(sentBy(box, 'one')).toHaveLength(1);
    await box.start(undefined, box.disk.afterPowerCut(), (modem) => {
      if (modem.name === 'one') modem.isReady = NEVER;
    });
    expect(sentBy(box, 'two')).toHaveLength(2);
    expect(box.cloud.types(attempt.attemptId)).toEqual(['received', 'submitted']);
  });
});

describe('a chosen modem', () => {
  it('alone sends the message, and others overtake it', async () => {
    const box = await office();
    const two = box.modemNamed('two');
    const ready = Promise.withResolvers<void>();
    two.isReady = ready.promise;
    await box.send(box.attempt('chosen', { modem: 'two' }), box.attempt('any'));
    expect(box.network.texts()).toEqual(['any']);
    ready.resolve();
    await box.clock.advance(0);
    expect(sentBy(box, 'two')).toEqual(['chosen']);
  });

  it('that the box does not have fails the message, and says so', async () => {
    const box = await office();
    const attempt = box.attempt('Goedemorgen', { modem: 'three' });
    await box.send(attempt);
    expect(box.cloud.events.get(`${attempt.attemptId}:failed`)).toMatchObject({
      reason: 'it is for the modem three, which this box does not have',
    });
    expect(box.network.given).toEqual([]);
  });

  it('that left the configuration fails what waits for it', async () => {
    const box = await office((modem) => {
      modem.isReady = NEVER;
    });
    const attempt = box.attempt('Goedemorgen', { modem: 'two' });
    await box.send(attempt);
    box.modemNames = ['one'];
    await box.restart();
    expect(box.cloud.types(attempt.attemptId)).toEqual(['received', 'failed']);
    expect(box.network.given).toEqual([]);
  });

  it.each([
    ['submitted', { kind: 'submitted', reference: 7 }, { type: 'submitted', partsSubmitted: 1 }],
    ['unconfirmed', { kind: 'unconfirmed', reason: 'no answer' }, { type: 'unconfirmed', partsSubmitted: 0 }],
  ] as const)(
    'B1 that left the configuration does not make a message failed whose first part is %s',
    async (_, first, told) => {
      const box = await office((modem) => {
        modem.answer = () => (modem.network.given.length === 0 ? first : 'not armed');
      });
      const attempt = box.attempt(long(3), { modem: 'two' });
      await box.send(attempt);
      expect(box.network.given).toHaveLength(1);
      box.modemNames = ['one', 'three'];
      await box.restart();
      expect(box.cloud.types(attempt.attemptId)).toEqual(['received', told.type]);
      expect(box.cloud.events.get(`${attempt.attemptId}:${told.type}`)).toMatchObject({ ...told, parts: 3 });
      expect(box.network.given).toHaveLength(1);
    },
  );
});

describe('a report', () => {
  it('is of the part that its modem sent, though the other one used the same reference', async () => {
    const box = await office();
    const [first, second] = [box.attempt('1', { modem: 'one' }), box.attempt('2', { modem: 'two' })];
    await box.send(first);
    box.network.nextReference = box.network.given[0]?.reference ?? -1;
    await box.send(second);
    for (const given of box.network.given.slice(0, 1)) await box.modemNamed('one').reportOn(given);
    await box.clock.advance(0);
    expect(box.cloud.types(first.attemptId)).toEqual(['received', 'submitted', 'delivered']);
    expect(box.cloud.types(second.attemptId)).toEqual(['received', 'submitted']);
  });

  it('proves only what its modem was given', async () => {
    const box = await office((modem) => {
      modem.answer = () => ({ kind: 'unconfirmed', reason: 'no answer' });
    });
    const [first, second] = [box.attempt('1', { modem: 'one' }), box.attempt('2', { modem: 'two' })];
    await box.send(first, second);
    for (const given of box.network.given) await box.modemNamed(given.modem).reportOn(given);
    await box.clock.advance(0);
    for (const { attemptId } of [first, second])
      expect(box.cloud.types(attemptId)).toEqual(['received', 'unconfirmed', 'submitted', 'delivered']);
  });

  it('still counts when the modem has another name now', async () => {
    const box = await office();
    const attempt = box.attempt('1', { modem: 'one' });
    await box.send(attempt);
    box.modemNames = ['two', 'office'];
    await box.restart();
    for (const given of box.network.given) await box.modemNamed('office').reportOn(given);
    await box.clock.advance(0);
    expect(box.cloud.types(attempt.attemptId)).toContain('delivered');
  });
});

it('B1 the answer to the text of an earlier process is waited for by its modem alone', async () => {
  const box = await office();
  box.modemNamed('two').answer = () => NEVER;
  await box.send(box.attempt('1', { modem: 'two' }), box.attempt('2', { modem: 'one' }));
  await box.restart();
  expect(box.unanswered).toEqual(['two']);
});
