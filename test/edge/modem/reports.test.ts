import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../edge-agent/src/modem/limits.ts';
import type { DeliveryReport } from '../../../edge-agent/src/ports.ts';
import { armed, driverOf, FIRST_RETRY_MS, OK, PART, readyDriver } from './driver.ts';
import { ScriptedModem } from './scripted-modem.ts';
import { DELIVERED, storing } from './storing.ts';

const DELIVERED_OCTETS = 25;
const CDS = `\r\n+CDS: ${DELIVERED_OCTETS}\r\n${DELIVERED}\r\n`;
const REPORT: DeliveryReport = {
  reference: 214,
  recipient: '+31628870634',
  submittedAt: new Date('2011-01-11T17:59:15+01:00'),
  at: new Date('2011-01-11T17:59:17+01:00'),
  status: 'delivered',
  statusCode: 0,
};

/** Collects reports; `taken` resolves with the next one that is handed over. */
function collector(): { listen: (report: DeliveryReport) => Promise<void>; taken: Promise<DeliveryReport> } {
  const { promise, resolve } = Promise.withResolvers<DeliveryReport>();
  return { listen: async (report) => resolve(report), taken: promise };
}

describe('delivery reports that come directly', () => {
  it('acknowledges a report only after it was kept', async () => {
    const { modem, port } = await readyDriver();
    const kept = Promise.withResolvers<void>();
    const came = Promise.withResolvers<DeliveryReport>();
    modem.onReport((report) => {
      came.resolve(report);
      return kept.promise;
    });

    port.say(CDS, 3);
    expect(await came.promise).toEqual(REPORT);
    await modem.submit(PART, armed);
    expect(port.heard).not.toContain('AT+CNMA');
    kept.resolve();

    await port.hears('AT+CNMA');
  });

  it('reads a report in the middle of a text being sent, and hands it over before that is done', async () => {
    const { modem, port } = await readyDriver();
    const { listen, taken } = collector();
    modem.onReport(listen);
    port.onText((self) => {
      self.say(CDS, 1);
      taken.then(() => self.say(`\r\n+CMGS: 9\r\n${OK}`));
      return undefined;
    });

    expect(await modem.submit(PART, armed)).toEqual({ kind: 'submitted', reference: 9 });
    expect(await taken).toEqual(REPORT);
    await port.hears('AT+CNMA');
  });

  it('acknowledges a report before the next text, so that the network does not lose its patience', async () => {
    const { modem, port } = await readyDriver();
    const { listen, taken } = collector();
    modem.onReport(listen);
    await port.hears('AT+CMGL=4');
    port.onText((self) => {
      self.say(CDS);
      taken.then(() => self.say(`\r\n+CMGS: 9\r\n${OK}`));
      return undefined;
    });
    const before = port.heard.length;

    await modem.submit(PART, armed);
    await modem.submit(PART, armed);

    const said = port.heard.slice(before).map((command) => command.replace(/=.*/, ''));
    expect(said.slice(0, 5)).toEqual(['AT+CMGS', '<text>', 'AT+CNMA', 'AT+CMGS', '<text>']);
  });

  it('asks for reports again when an acknowledgement comes too late', async () => {
    const { modem, port } = await readyDriver((scripted) => scripted.on(/CNMA/, '\r\n+CMS ERROR: 340\r\n'));
    modem.onReport(async () => {});

    port.say(CDS);

    await port.hears('AT+CNMI=2,1,0,1,0', 2);
  });

  it('does not acknowledge what could not be kept', async () => {
    const { modem, port, log } = await readyDriver();
    const { listen, taken } = collector();
    modem.onReport(() => Promise.reject(new Error('disk full')));
    port.say(CDS);
    await modem.submit(PART, armed);
    modem.onReport(listen);

    port.say(CDS);
    await taken;
    await port.hears('AT+CNMA');

    expect(port.heard.filter((said) => said === 'AT+CNMA')).toHaveLength(1);
    expect(log.map(({ event }) => event)).toContain('arrival-not-taken');
  });

  it('acknowledges a report that cannot be read, without its content in the log', async () => {
    const { modem, port, log } = await readyDriver();
    modem.onReport(async () => {});

    port.say('\r\n+CDS: 25\r\n0006D60B9113268807\r\n');

    await port.hears('AT+CNMA');
    expect(JSON.stringify(log)).toContain('unreadable-message');
    expect(JSON.stringify(log)).not.toContain('3268');
  });

  it('does not acknowledge with a modem that has no such service', async () => {
    const { modem, port } = await readyDriver((scripted) => scripted.on(/CSMS/, '\r\n+CMS ERROR: 303\r\n'));
    const { listen, taken } = collector();
    modem.onReport(listen);

    port.say(CDS);
    await taken;
    await modem.submit(PART, armed);

    expect(port.heard).not.toContain('AT+CNMA');
  });
});

describe('delivery reports that the modem stores', () => {
  it('deletes a report only after it was kept', async () => {
    const slots = new Map<number, string>();
    const { modem, port } = await readyDriver(storing(slots), { skip: ['quiet'] });
    const kept: boolean[] = [];
    modem.onReport(async () => void kept.push(slots.has(2)));

    slots.set(2, DELIVERED);
    port.say('\r\n+CDSI: "SR",2\r\n');
    await port.hears('AT+CMGD=2');

    expect(kept).toEqual([true]);
    expect(slots.size).toBe(0);
  });

  it('passes over a slot that is empty', async () => {
    const slots = new Map<number, string>();
    const { modem, port, log } = await readyDriver(storing(slots), { skip: ['quiet'] });
    modem.onReport(async () => {});

    port.say('\r\n+CDSI: "SR",4\r\n');
    await port.hears('AT+CMGR=4');
    slots.set(5, DELIVERED);
    port.say('\r\n+CDSI: "SR",5\r\n');
    await port.hears('AT+CMGD=5');

    expect(log.map(({ event }) => event)).not.toContain('arrival-not-taken');
    expect(port.heard).not.toContain('AT+CMGD=4');
  });

  it('takes what came while nobody listened, at the start and at each look', async () => {
    const slots = new Map([[1, DELIVERED]]);
    const { modem, port, clock } = await readyDriver(storing(slots));
    const reports: DeliveryReport[] = [];
    modem.onReport(async (report) => void reports.push(report));
    await port.hears('AT+CMGD=1');

    slots.set(3, DELIVERED);
    await clock.fire(LIMITS.watch);
    await port.hears('AT+CMGD=3');

    expect(reports).toEqual([REPORT, REPORT]);
  });

  it('takes a report that lies among the messages, and leaves the messages', async () => {
    const message = '07912143658709F1040B818100551512F20000111010214365000AE8329BFD4697D9EC37';
    const slots = new Map([[6, message]]);
    const { modem, port } = await readyDriver(storing(slots), { skip: ['quiet'] });
    modem.onReport(async () => {});
    await port.hears('AT+CMGL=4', 2);

    slots.set(7, DELIVERED);
    port.say('\r\n+CMTI: "ME",6\r\n\r\n+CMTI: "ME",7\r\n');
    await port.hears('AT+CMGD=7');

    expect([...slots.keys()]).toEqual([6]);
  });

  it('keeps the stored report when it could not be kept elsewhere, and offers it again', async () => {
    const slots = new Map([[1, DELIVERED]]);
    const port = new ScriptedModem();
    storing(slots)(port);
    const { modem, clock } = driverOf(port);
    let fails = 1;
    modem.onReport(() => (fails-- > 0 ? Promise.reject(new Error('disk full')) : Promise.resolve()));
    await port.hears('AT+CMGL=4');
    expect(slots.size).toBe(1);

    port.drop();
    await clock.fire(FIRST_RETRY_MS);
    await port.hears('AT+CMGD=1');

    expect(slots.size).toBe(0);
  });
});

describe('what a report says', () => {
  const withStatus = (status: string) => `\r\n+CDS: 25\r\n${DELIVERED.slice(0, -2)}${status}\r\n`;

  it.each([
    ['00', 'delivered'],
    ['1F', 'delivered'],
    ['20', 'pending'],
    ['3F', 'pending'],
    ['40', 'failed'],
    ['7F', 'failed'],
    ['FF', 'failed'],
  ])('takes TP-ST %s for %s', async (code, status) => {
    const { modem, port } = await readyDriver();
    const { listen, taken } = collector();
    modem.onReport(listen);

    port.say(withStatus(code));

    expect(await taken).toMatchObject({ status, statusCode: Number.parseInt(code, 16) });
  });

  it('makes up no times that the network left out', async () => {
    const { modem, port } = await readyDriver();
    const { listen, taken } = collector();
    modem.onReport(listen);

    port.say(`\r\n+CDS: 25\r\n0006D60B911326880736F4${'00'.repeat(14)}00\r\n`);

    const report = await taken;
    expect(report).toMatchObject({ reference: 214 });
    expect(report).not.toHaveProperty('at');
    expect(report).not.toHaveProperty('submittedAt');
  });
});

describe('a memory that is full', () => {
  it.each(['+SMSFULL', '^SMMEMFULL: "SM"'])('is read when the modem says %s', async (line) => {
    const slots = new Map<number, string>();
    const { modem, port } = await readyDriver(storing(slots));
    const { listen, taken } = collector();
    modem.onReport(listen);
    await port.hears('AT+CMGL=4', 2);
    slots.set(7, DELIVERED);

    port.say(`\r\n${line}\r\n`);

    expect(await taken).toEqual(REPORT);
    await port.hears('AT+CMGD=7');
  });
});
