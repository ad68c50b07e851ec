import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../edge-agent/src/modem/limits.ts';
import { armed, type Driver, driverOf, OK, PART, readyDriver } from './driver.ts';
import { ScriptedModem } from './scripted-modem.ts';
import { DELIVERED, storing } from './storing.ts';

const SLOTS = 20;
const TEXTS = 60;

interface Reporting extends Driver {
  readonly port: ScriptedModem;
  readonly slots: Map<number, string>;
  /** stores a report and tells of it */
  readonly announce: () => void;
  /** reports that were kept */
  readonly kept: () => number;
  /** commands since the driver came to rest, without their parameters */
  readonly said: () => string[];
}

/** A driver at rest, at a modem that stores reports. */
async function atRest(total = SLOTS): Promise<Reporting> {
  const slots = new Map<number, string>();
  const driver = await readyDriver(storing(slots, total));
  const { modem, port } = driver;
  let kept = 0;
  modem.onReport(async () => void kept++);
  // Of the reports and of the messages.
  await port.hears('AT+CMGL=4', 2);
  const before = port.heard.length;
  return {
    ...driver,
    slots,
    announce() {
      let slot = 1;
      while (slots.has(slot)) slot++;
      slots.set(slot, DELIVERED);
      port.say(`\r\n+CDSI: "SR",${slot}\r\n`);
    },
    kept: () => kept,
    said: () => port.heard.slice(before).map((command) => command.replace(/=.*/, '')),
  };
}

describe('reports that the modem stored and told of', () => {
  it('are read when nobody has spoken to it for a while, many with one command', async () => {
    const { announce, clock, kept, port, said } = await atRest();
    announce();
    announce();
    announce();
    expect(said()).toEqual([]);

    await clock.fire(LIMITS.quiet);
    await port.hears('AT+CMGD=3');

    expect(said()).toEqual(['AT+CPMS', 'AT+CMGL', 'AT+CMGD', 'AT+CMGD', 'AT+CMGD']);
    expect(kept()).toBe(3);
  });

  it('do not keep a text waiting', async () => {
    const { modem, announce, clock, port, said } = await atRest();
    port.onText((_, text) => {
      announce();
      return `\r\n+CMGS: ${text.length % 256}\r\n${OK}`;
    });

    for (let text = 0; text < 3; text++) await modem.submit(PART, armed);

    expect(said()).toEqual(['AT+CMGS', '<text>', 'AT+CMGS', '<text>', 'AT+CMGS', '<text>']);
    await clock.fire(LIMITS.quiet);
    await port.hears('AT+CMGD=3');
  });

  it.each([
    ['half of a small memory', 6, 3],
    ['ten slots of a large one', 255, 10],
  ])('are read in a burst of texts before they fill %s', async (_, total, most) => {
    const { modem, announce, clock, kept, port, slots } = await atRest(total);
    let fullest = 0;
    port.onText((_, text) => {
      announce();
      fullest = Math.max(fullest, slots.size);
      return `\r\n+CMGS: ${text.length % 256}\r\n${OK}`;
    });

    for (let text = 0; text < TEXTS; text++) await modem.submit(PART, armed);

    expect(kept()).toBeGreaterThan(TEXTS - 2 * most);
    await clock.fire(LIMITS.quiet);
    await expect.poll(kept).toBe(TEXTS);
    // One more came with the text before the reading, and one with the text between reading and deleting.
    expect(fullest).toBeLessThanOrEqual(most + 2);
  });

  it('wait no longer than ten seconds for a quiet moment', async () => {
    const { announce, clock, kept, port } = await atRest();
    announce();

    await clock.fire(LIMITS.stored);
    await port.hears('AT+CMGD=1');

    expect(kept()).toBe(1);
  });

  it('are found by the next process when this one ended before it read them', async () => {
    const { modem, announce, slots, kept } = await atRest();
    announce();
    await modem.close();
    expect({ kept: kept(), stored: slots.size }).toEqual({ kept: 0, stored: 1 });

    const port = new ScriptedModem();
    storing(slots, SLOTS)(port);
    const next = driverOf(port);
    const report = new Promise((resolve) => next.modem.onReport(async (told) => resolve(told)));

    expect(await report).toMatchObject({ reference: 214, status: 'delivered' });
    await port.hears('AT+CMGD=1');
    expect(slots.size).toBe(0);
  });

  it('are deleted ten at a time, with a text in between', async () => {
    const slots = new Map(Array.from({ length: 25 }, (_, index) => [index + 1, DELIVERED]));
    const port = new ScriptedModem();
    storing(slots, 50)(port);
    const { modem } = driverOf(port);
    modem.onReport(async () => {});
    await port.hears('AT+CMGD=1');

    await modem.submit(PART, armed);

    expect(port.heard.filter((said) => said.startsWith('AT+CMGD'))).toHaveLength(10);
    await port.hears('AT+CMGD=25');
  });

  it('are deleted though one of them cannot be', async () => {
    const { announce, clock, log, port } = await atRest();
    port.on(/^AT\+CMGD=1$/, '\r\n+CMS ERROR: 500\r\n');
    announce();
    announce();

    await clock.fire(LIMITS.quiet);
    await port.hears('AT+CMGD=2');

    await expect.poll(() => log.map(({ event }) => event)).toContain('arrival-not-taken');
  });
});
