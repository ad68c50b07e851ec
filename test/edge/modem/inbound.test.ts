import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../edge-agent/src/modem/limits.ts';
import type { InboundPart } from '../../../edge-agent/src/ports.ts';
import { armed, driverOf, FIRST_RETRY_MS, OK, PART, readyDriver } from './driver.ts';
import { ScriptedModem } from './scripted-modem.ts';

/** "hellohello" of 18005551212 (ModemManager, test-sms-part-3gpp.c). */
const HELLO = '07912143658709F1040B818100551512F20000111010214365000AE8329BFD4697D9EC37';
const HELLO_PART: InboundPart = {
  pdu: HELLO,
  sender: '18005551212',
  protocol: 0,
  dataCoding: 0,
  text: 'hellohello',
  sentAt: new Date('2011-01-01T12:34:56Z'),
};
/** A text that the modem keeps of its own sending (python-gsmmodem, test_pdu.py). */
const OWN_TEXT = '0001000B917228001011F100000CC8329BFD065DDF72363904';
const UNREADABLE = '07912143658709F1040B8181';

/** What a modem keeps: slots of ME, with its size. */
function keeping(slots: Map<number, string>, total = 50): (modem: ScriptedModem) => void {
  const tpduOctets = (pdu: string) => pdu.length / 2 - 1 - Number.parseInt(pdu.slice(0, 2), 16);
  const entry = (head: string, pdu: string) => `\r\n${head}0,,${tpduOctets(pdu)}\r\n${pdu}\r\n`;
  return (modem) =>
    modem
      .on(
        /^AT\+CPMS="ME"$/,
        () => `\r\n+CPMS: ${slots.size},${total},${slots.size},${total},${slots.size},${total}\r\n${OK}`,
      )
      .on(/^AT\+CMGR=/, (_, said) => {
        const pdu = slots.get(Number(said.split('=')[1]));
        return pdu === undefined ? '\r\n+CMS ERROR: 321\r\n' : entry('+CMGR: ', pdu) + OK;
      })
      .on(/^AT\+CMGL=/, () => [...slots].map(([slot, pdu]) => entry(`+CMGL: ${slot},`, pdu)).join('') + OK)
      .on(/^AT\+CMGD=/, (_, said) => {
        slots.delete(Number(said.split('=')[1]));
        return OK;
      });
}

function listener(): { parts: InboundPart[]; listen: (part: InboundPart) => Promise<void> } {
  const parts: InboundPart[] = [];
  return { parts, listen: async (part) => void parts.push(part) };
}

describe('a message from the network', () => {
  it('is deleted, and its place alone, only after it was kept', async () => {
    const slots = new Map<number, string>();
    const { modem, port } = await readyDriver(keeping(slots));
    const [came, kept] = [Promise.withResolvers<InboundPart>(), Promise.withResolvers<void>()];
    modem.onMessage((part) => {
      came.resolve(part);
      return kept.promise;
    });

    slots.set(3, HELLO);
    port.say('\r\n+CMTI: "ME",3\r\n', 1);
    expect(await came.promise).toEqual(HELLO_PART);
    await modem.submit(PART, armed);
    expect(port.heard.join()).not.toContain('CMGD');
    kept.resolve();
    await port.hears('AT+CMGD=3');

    expect(port.heard.filter((said) => said.startsWith('AT+CMGD'))).toEqual(['AT+CMGD=3']);
  });

  it('stays with the modem when it could not be kept, and is offered again', async () => {
    const slots = new Map([[1, HELLO]]);
    const { modem, port, clock } = await readyDriver(keeping(slots));
    let fails = 1;
    const refused = Promise.withResolvers<void>();
    modem.onMessage(async () => {
      if (fails-- <= 0) return;
      refused.resolve();
      throw new Error('disk full');
    });
    await refused.promise;
    expect(slots.size).toBe(1);

    await clock.fire(LIMITS.watch);
    await port.hears('AT+CMGD=1');
  });

  it('does not stand in the way of the next when it cannot be kept', async () => {
    const slots = new Map([
      [1, HELLO],
      [2, HELLO],
    ]);
    const { modem, port } = await readyDriver(keeping(slots));
    let first = true;
    modem.onMessage(async () => {
      if (!first) return;
      first = false;
      throw new Error('disk full');
    });

    await port.hears('AT+CMGD=2');
    expect(slots.has(1)).toBe(true);
  });

  it('stays with the modem as long as nobody listens', async () => {
    const slots = new Map([[1, HELLO]]);
    const { port } = await readyDriver(keeping(slots));
    await port.hears('AT+COPS?');
    await port.hears('AT+CMGL=4');

    expect(slots.size).toBe(1);
  });

  it('is found by a look when the modem did not tell of it', async () => {
    const slots = new Map<number, string>();
    const { modem, port, clock } = await readyDriver(keeping(slots));
    const { parts, listen } = listener();
    modem.onMessage(listen);
    await port.hears('AT+CMGL=4', 2);

    slots.set(9, HELLO);
    await clock.fire(LIMITS.watch);
    await port.hears('AT+CMGD=9');

    expect(parts).toEqual([HELLO_PART]);
  });

  it('that comes directly is acknowledged once it was kept', async () => {
    const { modem, port } = await readyDriver();
    const { parts, listen } = listener();
    modem.onMessage(listen);

    port.say(`\r\n+CMT: "Ann, mobile",28\r\n${HELLO}\r\n`, 5);
    await port.hears('AT+CNMA');

    expect(parts).toEqual([HELLO_PART]);
  });

  it('that comes directly and cannot be kept is not acknowledged, so that the network sends it again', async () => {
    const { modem, port, log } = await readyDriver();
    modem.onMessage(() => Promise.reject(new Error('disk full')));
    port.say(`\r\n+CMT: ,28\r\n${HELLO}\r\n`);
    await modem.submit(PART, armed);
    await expect.poll(() => log.map(({ event }) => event)).toContain('arrival-not-taken');

    expect(port.heard).not.toContain('AT+CNMA');
  });

  it('that cannot be read is handed over as it is, and takes no place any more', async () => {
    const slots = new Map([[4, UNREADABLE]]);
    const { modem, port, log } = await readyDriver(keeping(slots));
    const { parts, listen } = listener();
    modem.onMessage(listen);
    await port.hears('AT+CMGD=4');

    expect(parts).toEqual([{ pdu: UNREADABLE }]);
    expect(JSON.stringify(log)).not.toContain('8181');
  });

  it('comes again when the port was lost before its place was free', async () => {
    const slots = new Map([[1, HELLO]]);
    const port = new ScriptedModem();
    keeping(slots)(port);
    const { modem, clock } = driverOf(port);
    const { parts, listen } = listener();
    modem.onMessage(async (part) => {
      await listen(part);
      if (parts.length === 1) port.drop();
    });
    await clock.fire(FIRST_RETRY_MS);
    await port.hears('AT+CMGD=1');

    expect(parts).toEqual([HELLO_PART, HELLO_PART]);
  });
});

describe('a memory of messages', () => {
  it('that is nearly full loses the texts of its own sending, and never a message', async () => {
    const slots = new Map([
      [1, OWN_TEXT],
      [2, HELLO],
    ]);
    const { modem, port, log } = await readyDriver(keeping(slots, 5));
    modem.onMessage(async () => {});
    await port.hears('AT+CMGD=1');
    await port.hears('AT+CMGD=2');

    expect(slots.size).toBe(0);
    expect(log.map(({ event }) => event)).toContain('stored-text-deleted');
  });

  it('with room keeps the texts of its own sending', async () => {
    const slots = new Map([
      [1, OWN_TEXT],
      [2, HELLO],
    ]);
    const { modem, port } = await readyDriver(keeping(slots, 6));
    modem.onMessage(async () => {});
    await port.hears('AT+CMGD=2');

    expect([...slots.keys()]).toEqual([1]);
  });

  it.each(['+SMSFULL', '^SMMEMFULL: "ME"', '^SMGO: 1', '+QIND: "smsfull","ME"'])(
    'is read when the modem says %s',
    async (line) => {
      const slots = new Map<number, string>();
      const { modem, port } = await readyDriver(keeping(slots));
      modem.onMessage(async () => {});
      await port.hears('AT+CMGL=4', 2);

      slots.set(8, HELLO);
      port.say(`\r\n${line}\r\n`);

      await port.hears('AT+CMGD=8');
    },
  );

  it('is read when a text is refused because it is full (+CMS ERROR: 322)', async () => {
    const slots = new Map<number, string>();
    const { modem, port, clock } = await readyDriver(keeping(slots));
    modem.onMessage(async () => {});
    await port.hears('AT+CMGL=4', 2);
    slots.set(8, HELLO);
    port.onText('\r\n+CMS ERROR: 322\r\n');

    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'not-sent', code: 'cms-322' });
    await clock.fire(FIRST_RETRY_MS);

    await port.hears('AT+CMGD=8');
  });
});
