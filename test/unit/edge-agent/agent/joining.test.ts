import { describe, expect, it } from 'vitest';
import { Office } from '../../../support/edge/office.ts';
import { Power } from '../../../support/edge/power.ts';

async function joined(): Promise<Office> {
  const office = new Office();
  await office.start();
  return office;
}

const helloIds = ({ cloud }: Office) =>
  cloud.heardOf('hello').map((hello) => ('helloId' in hello ? hello.helloId : ''));

describe('joining the cloud', () => {
  it('takes the epoch of the welcome and says ready with it', async () => {
    const { cloud, agent } = await joined();
    expect(cloud.heardBesidesHealth.map(({ type, epoch }) => [type, epoch])).toEqual([
      ['hello', 0],
      ['ready', 1],
    ]);
    expect(agent?.journalId).toMatch(/^jnl_[0-9A-Z]{26}$/);
  });

  it('repeats a hello that nobody answers, with the same id, in this start and the next', async () => {
    const office = new Office();
    office.cloud.answersHello = false;
    await office.start();
    await office.clock.advance(10_000);
    await office.restart();
    expect(helloIds(office).length).toBeGreaterThanOrEqual(3);
    expect(new Set(helloIds(office)).size).toBe(1);
  });

  it('keeps its journal and raises the epoch at each start', async () => {
    const office = await joined();
    const journalId = office.agent?.journalId;
    await office.restart();
    expect(office.agent?.journalId).toBe(journalId);
    expect(office.cloud.heardOf('ready').map(({ epoch }) => epoch)).toEqual([1, 2]);
  });

  it('says hello again when the broker has forgotten the session, and only ready when it has not', async () => {
    const { cloud, clock } = await joined();
    cloud.reconnect(false);
    await clock.advance(0);
    expect(cloud.heardBesidesHealth.map(({ type }) => type)).toEqual(['hello', 'ready', 'ready']);
    cloud.reconnect(true);
    await clock.advance(0);
    expect(cloud.heardOf('hello')).toHaveLength(2);
    expect(cloud.heardBesidesHealth.at(-1)).toMatchObject({ type: 'ready', epoch: 2 });
  });

  it('gives a hello up after a minute without an answer, and joins by the next', async () => {
    const office = new Office();
    office.cloud.answersHello = false;
    await office.start();
    await office.clock.advance(59_000);
    const [first] = helloIds(office);
    expect(new Set(helloIds(office)).size).toBe(1);
    await office.clock.advance(60_000);
    expect(new Set(helloIds(office)).size).toBe(2);
    office.cloud.answersHello = true;
    await office.cloud.send({
      type: 'welcome',
      helloId: first ?? '',
      journalId: office.agent?.journalId ?? '',
      epoch: 1,
      at: office.clock.at(0),
    });
    expect(office.cloud.heardOf('ready')).toEqual([]);
    await office.clock.advance(60_000);
    expect(office.cloud.heardBesidesHealth.at(-1)).toMatchObject({ type: 'ready', epoch: 1 });
  });

  it('says hello at a resumed connection too, while nobody has welcomed this start', async () => {
    const office = new Office();
    office.cloud.reachable = false; // no connection at the start
    await office.start();
    office.cloud.reachable = true;
    office.cloud.reconnect(false);
    await office.clock.advance(0);
    expect(office.cloud.heardBesidesHealth.map(({ type }) => type)).toEqual(['hello', 'ready']);
  });

  it('repeats ready when the cloud says welcome again, and nothing else', async () => {
    const office = await joined();
    await office.cloud.sayWelcomeAgain();
    await office.clock.advance(0);
    expect(office.cloud.heardBesidesHealth.map(({ type, epoch }) => [type, epoch])).toEqual([
      ['hello', 0],
      ['ready', 1],
      ['ready', 1],
    ]);
  });
});

describe('a disk that is not what the cloud knows', () => {
  it('B1 sends nothing from a restored old disk, and stays up', async () => {
    const office = await joined();
    const never = new Promise<void>(() => {});
    const old = office.disk.afterPowerCut();
    await office.start(new Power(), office.disk.afterPowerCut(), (modem) => {
      modem.isReady = never;
    });
    await office.send(office.attempt('lies on the disk'));
    const withMessage = office.disk.afterPowerCut();
    await office.restart();
    expect(office.network.texts()).toEqual(['lies on the disk']);
    for (const disk of [old, withMessage]) {
      await office.start(new Power(), disk);
      await office.clock.advance(3_600_000);
      expect(office.logged.at(-1)).toMatchObject({ event: 'quarantined' });
      await office.send(office.attempt('too late'));
    }
    expect(office.network.texts()).toEqual(['lies on the disk']);
    expect(office.failures).toEqual([]);
  });

  it('B1 sends nothing from the journal of another box', async () => {
    const other = new Office();
    await other.clock.advance(1_000); // their journals are not of the same moment
    await other.start();
    other.modem.isReady = new Promise(() => {});
    await other.send(other.attempt('of the other box'));
    const office = await joined();
    await office.start(new Power(), other.disk.afterPowerCut());
    await office.clock.advance(3_600_000);
    await office.send(office.attempt('too late'));
    expect(office.logged.at(-1)).toMatchObject({ event: 'attempts-not-taken' });
    expect(office.logged.map(({ event }) => event)).toContain('quarantined');
    expect(office.network.texts()).toEqual([]);
  });

  it.each(['the prompt', 'the disk'])(
    'B1 gives no text to the modem once it is refused, while %s is slow',
    async (slow) => {
      const office = await joined();
      const [prompt, disk] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const submit = office.modem.submit.bind(office.modem);
      office.modem.submit = (part, arm) =>
        submit(part, async () => {
          await prompt.promise;
          await arm();
        });
      await office.send(office.attempt('Goedemorgen'));
      office.cloud.answersHello = false;
      office.cloud.reconnect(true);
      await office.clock.advance(0);
      if (slow === 'the disk') {
        const sync = office.disk.sync.bind(office.disk);
        office.disk.sync = (name) => disk.promise.then(() => sync(name));
        prompt.resolve();
        await office.clock.advance(0);
      }
      await office.cloud.send({
        type: 'quarantined',
        helloId: helloIds(office).at(-1) ?? '',
        reason: 'an older epoch',
      });
      prompt.resolve();
      disk.resolve();
      await office.clock.advance(60_000);
      expect(office.network.texts()).toEqual([]);
      const written = [...office.disk.afterPowerCut().values()].join('');
      expect(written.includes('"type":"submitting"')).toBe(slow === 'the disk');
      expect(written.includes('"type":"unconfirmed"')).toBe(false);
    },
  );

  it('tells what it knows of messages all the same, and lets none expire', async () => {
    const office = await joined();
    const known = office.attempt('known');
    office.cloud.acknowledges = false;
    await office.send(known);
    const never = new Promise<void>(() => {});
    office.modem.isReady = never;
    const waiting = office.attempt('waits', { notAfter: office.clock.at(60_000) });
    await office.send(waiting);
    const old = office.disk.afterPowerCut();
    await office.start(new Power(), old, (modem) => {
      modem.isReady = never;
    });
    office.cloud.acknowledges = true;
    office.cloud.events.clear();
    await office.start(new Power(), old);
    await office.clock.advance(3_600_000);
    expect(office.logged.map(({ event }) => event)).toContain('quarantined');
    expect(office.cloud.types(known.attemptId)).toEqual(['received', 'submitted']);
    expect(office.cloud.types(waiting.attemptId)).toEqual(['received']);
    expect(office.network.texts()).toEqual(['known']);
  });

  it('B1 sends nothing twice when it is restored to a moment within the present epoch', async () => {
    const ready = Promise.withResolvers<void>();
    const office = new Office();
    await office.start(new Power(), new Map(), (modem) => {
      modem.isReady = ready.promise;
    });
    const [short, long] = [office.attempt('Goedemorgen'), office.attempt('x'.repeat(300))];
    await office.send(short, long);
    const old = office.disk.afterPowerCut();
    ready.resolve();
    await office.clock.advance(0);
    expect(office.network.given).toHaveLength(3);

    await office.start(new Power(), old);
    await office.clock.advance(3_600_000);
    expect(office.cloud.heardOf('ready')).toHaveLength(2);
    expect(office.network.given).toHaveLength(3);
  });

  describe('that is restored to before an attempt that it told of', () => {
    /** It was sent while the cloud could not be told. */
    async function restored() {
      const ready = Promise.withResolvers<void>();
      const office = new Office();
      await office.start(new Power(), new Map(), (modem) => {
        modem.isReady = ready.promise;
      });
      const old = office.disk.afterPowerCut();
      const attempt = office.attempt('x'.repeat(300));
      await office.send(attempt);
      office.cloud.reachable = false;
      ready.resolve();
      await office.clock.advance(0);
      expect(office.network.given).toHaveLength(2);
      expect(office.cloud.types(attempt.attemptId)).toEqual(['received']);
      office.cloud.reachable = true;
      return { office, old, attempt };
    }

    it('B1 sends nothing twice: what was given is unconfirmed', async () => {
      const { office, old, attempt } = await restored();
      await office.start(new Power(), old);
      await office.clock.advance(3_600_000);
      expect(office.network.given).toHaveLength(2);
      expect(office.cloud.types(attempt.attemptId)).toEqual(['received', 'unconfirmed']);
    });

    it('B1 does not say of a revoked one that it was not sent', async () => {
      const { office, old, attempt } = await restored();
      office.cloud.revoked.add(attempt);
      await office.start(new Power(), old);
      await office.clock.advance(3_600_000);
      expect(office.network.given).toHaveLength(2);
      expect(office.cloud.types(attempt.attemptId)).toEqual(['received']);
      expect(office.logged.map(({ event }) => event)).toContain('revoke-without-effect');
    });
  });
});
