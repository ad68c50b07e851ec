import { expect, it, onTestFinished, vi } from 'vitest';
import type { Attempt } from '../../../contract/edge.ts';
import { smsText } from '../../../contract/sms-text.ts';
import { startAgent } from '../../../edge-agent/src/agent/agent.ts';
import { systemClock } from '../../../edge-agent/src/agent/environment.ts';
import { createModem } from '../../../edge-agent/src/modem/modem.ts';
import { tcpTransport } from '../../../edge-agent/src/transport/tcp.ts';
import { type SimulatedModem, startSimulatedModem } from '../../../local/modem/simulated-modem.ts';
import { FakeCloud } from '../../support/edge/fake-cloud.ts';
import { MemoryDisk } from '../../support/edge/memory-disk.ts';
import { temporaryFolder } from '../simulated-modem/terminal.ts';

const MESSAGES = 40;
const NAMES = ['one', 'two'] as const;
const WAIT = { timeout: 40_000, interval: 10 };
/** The driver waits this long for a lost answer before it sends again. */
const ANSWER_TIMEOUT_MS = 2_000;

/** A simulated modem whose serial server may go away and come back at the same port, with the same log. */
class Station {
  modem: SimulatedModem;
  readonly #folder: string;

  private constructor(folder: string, modem: SimulatedModem) {
    this.#folder = folder;
    this.modem = modem;
  }

  static async start(): Promise<Station> {
    const folder = await temporaryFolder();
    const station = new Station(folder, await Station.#modem(folder, 0));
    onTestFinished(() => station.modem.close());
    return station;
  }

  /** As when its power goes: what is on the line is lost. */
  async die(): Promise<void> {
    await this.modem.close();
  }

  async comeBack(): Promise<void> {
    this.modem = await Station.#modem(this.#folder, this.modem.port);
  }

  static #modem(stateFolder: string, port: number): Promise<SimulatedModem> {
    return startSimulatedModem({ stateFolder, port, settings: { networkDelayMs: 40, reportDelayMs: 20 } });
  }
}

/** A box with two modems, in this process; the modems are real drivers on raw TCP. */
async function box() {
  const stations = { one: await Station.start(), two: await Station.start() };
  const cloud = new FakeCloud(systemClock);
  const agent = await startAgent({
    disk: new MemoryDisk(),
    link: cloud.link(),
    host: { freeBytes: async () => 1e10, certificateEndsAt: async () => undefined },
    openModems: (isUnanswered) =>
      NAMES.map((name) => ({
        name,
        driver: createModem({
          transport: tcpTransport({ host: '127.0.0.1', port: stations[name].modem.port }),
          log: () => {},
          answerTimeoutMs: ANSWER_TIMEOUT_MS,
          unansweredBefore: isUnanswered(name),
        }),
      })),
    clock: systemClock,
    random: Math.random,
    log: () => {},
    newestLines: () => [],
    onFailure: (error) => {
      throw error;
    },
  });
  onTestFinished(() => agent.stop());
  await vi.waitFor(() => expect(cloud.heardOf('ready')).not.toEqual([]), WAIT);
  return { stations, cloud };
}

function attempts(): Attempt[] {
  const notAfter = new Date(Date.now() + 3_600_000).toISOString();
  return Array.from({ length: MESSAGES }, (_, index) => ({
    attemptId: `msg_${String(index).padStart(26, '0')}.1`,
    to: `+316123456${String(index).padStart(2, '0')}`,
    text: `Bericht ${index}. `.repeat(index % 4 === 0 ? 20 : 1),
    notAfter,
  }));
}

it('B1 B4 a modem that dies in the middle: the other one sends the rest, nothing twice and nothing lost', async () => {
  const { stations, cloud } = await box();
  const all = attempts();
  const types = ({ attemptId }: Attempt) => cloud.types(attemptId);
  const decided = (attempt: Attempt) => types(attempt).some((type) => type === 'submitted' || type === 'unconfirmed');
  for (let at = 0; at < MESSAGES; at += 20) await cloud.sendAttempts(all.slice(at, at + 20));

  await stations.one.modem.until(({ submits }) => submits >= 5);
  await stations.one.die();
  const openThen = all.filter((attempt) => !decided(attempt));
  expect(openThen.length).toBeGreaterThan(10);
  // One alone may wait for the modem that has begun it.
  await vi.waitFor(() => expect(all.filter((attempt) => !decided(attempt)).length).toBeLessThanOrEqual(1), WAIT);
  await stations.one.comeBack();
  await vi.waitFor(() => expect(all.filter((attempt) => !decided(attempt))).toEqual([]), WAIT);

  const given = Object.values(stations).map(({ modem }) => modem.submits());
  expect(given.map(({ length }) => length).every((length) => length >= 5)).toBe(true);
  for (const attempt of all) {
    const byModem = given.map((submits) => submits.filter(({ number }) => number === attempt.to));
    const texts = byModem.flat().map(({ text }) => text);
    expect(new Set(texts).size, 'no part twice').toBe(texts.length);
    expect(byModem.filter(({ length }) => length > 0).length, 'through one modem').toBeLessThanOrEqual(1);
    if (types(attempt).includes('submitted')) expect(texts).toEqual(smsText(attempt.text).parts);
  }
  // What the modem had when it died, and no more.
  const unconfirmed = all.filter((attempt) => types(attempt).includes('unconfirmed'));
  expect(unconfirmed.length).toBeLessThanOrEqual(1);
});
