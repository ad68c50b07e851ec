import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../edge-agent/src/modem/limits.ts';
import { decodeTpdu, tpduOf } from '../../../edge-agent/src/pdu/decode.ts';
import { armed, FIRST_RETRY_MS, OK, PART, readyDriver } from './driver.ts';

const MULTIPART = { ...PART, concatenation: { reference: 7, part: 1, parts: 2 } };

describe('submitting a part', () => {
  it('arms between prompt and text, and gives the whole PDU', async () => {
    const { modem, port } = await readyDriver();
    const seen: unknown[] = [];

    const outcome = await modem.submit(PART, async () => void seen.push(port.prompting, port.texts.length));

    expect(seen).toEqual([true, 0]);
    expect(outcome).toEqual({ kind: 'submitted', reference: (port.texts[0]?.length ?? 0) % 256 });
    expect(decodeTpdu(tpduOf(port.texts[0] ?? ''))).toMatchObject({ to: { number: PART.to }, text: PART.text });
    expect(port.heard).toContain(`AT+CMGS=${(port.texts[0]?.length ?? 0) / 2 - 1}`);
  });

  it('takes +CMGS as the acceptance even if OK never comes, and gets in step before the next', async () => {
    const { modem, port, clock } = await readyDriver();
    port.onText('\r\n+CMGS: 41\r\n');

    expect(await modem.submit(PART, armed)).toEqual({ kind: 'submitted', reference: 41 });

    const next = modem.submit(PART, armed);
    await clock.fire(LIMITS.finalOk);
    expect(await next).toEqual({ kind: 'submitted', reference: 41 });
    expect(port.texts).toHaveLength(2);
  });

  it('sends nothing but the commands of the part itself between two parts', async () => {
    const { modem, port } = await readyDriver();
    await port.hears('AT+CMGL=4');
    const before = port.heard.length;

    await modem.submit(PART, armed);
    await modem.submit(PART, armed);

    const said = port.heard.slice(before).map((command) => command.replace(/=.*/, ''));
    expect(said).toEqual(['AT+CMGS', '<text>', 'AT+CMGS', '<text>']);
  });

  it('asks for a lasting link once before the parts of a long message, and does without it', async () => {
    const { modem, port } = await readyDriver((scripted) => scripted.on(/CMMS/, '\r\nERROR\r\n'));

    expect(await modem.submit(MULTIPART, armed)).toMatchObject({ kind: 'submitted' });
    await modem.submit({ ...MULTIPART, concatenation: { ...MULTIPART.concatenation, part: 2 } }, armed);

    expect(port.heard.filter((command) => command.startsWith('AT+CMMS'))).toEqual(['AT+CMMS=1']);
  });

  it('refuses a part that is no message without a word to the modem', async () => {
    const { modem, port } = await readyDriver();
    const before = port.heard.length;

    expect(await modem.submit({ ...PART, to: '0612345678' }, armed)).toMatchObject({ kind: 'refused' });
    expect(port.heard.slice(before).join()).not.toContain('AT+CMGS');
  });

  it.each([
    ['\r\n+CMS ERROR: 21\r\n', 'refused'],
    ['\r\n+CMS ERROR: 304\r\n', 'refused'],
    ['\r\n+CMS ERROR: 42\r\n', 'not-sent'],
    ['\r\n+CMS ERROR: 331\r\n', 'not-sent'],
    ['\r\n+CME ERROR: 30\r\n', 'not-sent'],
    ['\r\n+CMS ERROR: 330\r\n', 'not-sent'],
    ['\r\n+CME ERROR: 10\r\n', 'not-sent'],
    ['\r\n+CMS ERROR: 41\r\n', 'unconfirmed'],
    ['\r\n+CMS ERROR: 47\r\n', 'unconfirmed'],
    ['\r\n+CMS ERROR: 332\r\n', 'unconfirmed'],
    ['\r\n+CMS ERROR: 500\r\n', 'unconfirmed'],
    ['\r\n+CMS ERROR: 197\r\n', 'unconfirmed'],
    ['\r\n+CME ERROR: 31\r\n', 'unconfirmed'],
    ['\r\n+CMS ERROR: 777\r\n', 'unconfirmed'],
    ['\r\n+CMS ERROR: network timeout\r\n', 'unconfirmed'],
    ['\r\nERROR\r\n', 'unconfirmed'],
  ])('B1 takes %j after the text for %s', async (answer, kind) => {
    const { modem, port } = await readyDriver((scripted) => scripted.onText(answer));

    expect(await modem.submit(PART, armed)).toMatchObject({ kind });
    expect(port.texts).toHaveLength(1);
  });

  it.each([
    ['\r\n+CMS ERROR: 500\r\n', 'not-sent'],
    ['\r\n+CMS ERROR: 41\r\n', 'not-sent'],
    ['\r\nERROR\r\n', 'not-sent'],
    ['\r\n+CMS ERROR: 304\r\n', 'refused'],
  ])('takes %j instead of a prompt for %s, and does not arm', async (answer, kind) => {
    const { modem, port } = await readyDriver((scripted) => scripted.on(/CMGS/, answer));
    let arms = 0;

    expect(await modem.submit(PART, async () => void arms++)).toMatchObject({ kind });
    expect({ arms, texts: port.texts }).toEqual({ arms: 0, texts: [] });
  });

  it('re-initialises a modem that says it needs to be looked after', async () => {
    const { modem, port, clock } = await readyDriver((scripted) => scripted.onText('\r\n+CMS ERROR: 310\r\n'));

    await modem.submit(PART, armed);
    await clock.fire(FIRST_RETRY_MS);
    await modem.ready();

    expect(port.opened).toBe(2);
  });

  it('gives up a prompt that does not come: nothing sent, and the next part goes', async () => {
    const { modem, port, clock } = await readyDriver();
    let silent = true;
    port.on(/CMGS/, (self) => (silent ? undefined : self.prompt()));

    const first = modem.submit(PART, armed);
    await clock.fire(LIMITS.prompt);
    expect(await first).toMatchObject({ kind: 'not-sent' });

    silent = false;
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'submitted' });
    expect(port.texts).toHaveLength(1);
  });

  it('B1 leaves a prompt that got lost on the line: nothing typed next becomes a text', async () => {
    const { modem, port, clock } = await readyDriver();
    let lost = true;
    port.on(/CMGS/, (self) => {
      const prompt = self.prompt();
      return lost ? undefined : prompt;
    });

    const first = modem.submit(PART, armed);
    await clock.fire(LIMITS.prompt);
    expect(await first).toMatchObject({ kind: 'not-sent' });

    lost = false;
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'submitted' });
    expect(port.heard).toContain('<escape>');
    expect(port.texts).toHaveLength(1);
  });

  it('B1 sends nothing when arming fails, and leaves the prompt', async () => {
    const { modem, port } = await readyDriver();

    const failing = modem.submit(PART, () => Promise.reject(new Error('disk full')));

    await expect(failing).rejects.toThrow('disk full');
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'submitted' });
    expect(port.heard).toContain('<escape>');
    expect(port.texts).toHaveLength(1);
  });

  it('B1 writes no text to a modem that left the prompt while the part was armed', async () => {
    const { modem, port } = await readyDriver();

    const outcome = await modem.submit(PART, async () => port.say('\r\n+CMS ERROR: 515\r\n'));

    expect(outcome).toMatchObject({ kind: 'not-sent' });
    expect(port.texts).toEqual([]);
  });

  it('knows that nothing was sent when the port is lost before the text', async () => {
    const { modem, port } = await readyDriver();

    expect(await modem.submit(PART, async () => port.drop())).toMatchObject({ kind: 'not-sent' });
    expect(port.texts).toEqual([]);
  });

  it('B1 says unconfirmed when the port is lost after Ctrl-Z', async () => {
    const { modem, port } = await readyDriver();
    port.onText((self) => {
      self.drop();
      return undefined;
    });

    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'unconfirmed' });
    expect(port.texts).toHaveLength(1);
  });

  it('B1 says unconfirmed when the answer to the text never comes', async () => {
    const { modem, port, clock } = await readyDriver((scripted) => scripted.onText(() => undefined));

    const outcome = modem.submit(PART, armed);
    await clock.fire(LIMITS.submitted);

    expect(await outcome).toMatchObject({ kind: 'unconfirmed' });
    expect(port.texts).toHaveLength(1);
  });

  it('finds its answers between unsolicited lines, octet by octet', async () => {
    const { modem, port } = await readyDriver();
    const noise = '\r\nRING\r\n\r\n+CREG: 1\r\n\r\n^RSSI: 18\r\n\r\n+CMTI: "ME",3\r\n';
    port.on(/CMGS/, (self) => {
      self.say(`${noise}${self.prompt()}`, 1);
      return undefined;
    });
    port.onText((self) => {
      self.say(`${noise}\r\n+CMGS: 200${noise}${OK}`, 1);
      return undefined;
    });

    expect(await modem.submit(PART, armed)).toEqual({ kind: 'submitted', reference: 200 });
    expect(await modem.submit(PART, armed)).toEqual({ kind: 'submitted', reference: 200 });
  });

  it('is not ready, and sends nothing, while the modem is not registered', async () => {
    const { modem, port } = await readyDriver();

    port.say('\r\n+CREG: 2\r\n');

    expect(await modem.submit(PART, armed)).toEqual({
      kind: 'not-sent',
      code: 'not-ready',
      reason: 'the modem is not ready',
    });
    port.say('\r\n+CREG: 5\r\n');
    await modem.ready();
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'submitted' });
  });
});
