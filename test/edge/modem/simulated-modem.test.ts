import { describe, expect } from 'vitest';
import { smsText } from '../../../contract/sms-text.ts';
import { profileName } from '../../../local/modem/profiles.ts';
import { it, TO } from './pair.ts';

describe.each(profileName.options)('the driver at a %s modem', (profile) => {
  it.for([
    'Goedemorgen',
    'Żółć €{}',
    '€[]{}\\^~|',
    'a'.repeat(300),
    `${'a'.repeat(152)}€${'b'.repeat(152)}`,
    `${'ż'.repeat(66)}😁${'ó'.repeat(66)}`,
  ])('B5 %j arrives letter by letter, and is reported', async (text, { pair }) => {
    const { simulated, send, reports } = await pair({ profile });

    const outcomes = await send(text);

    expect(outcomes.map(({ kind }) => kind)).toEqual(smsText(text).parts.map(() => 'submitted'));
    expect(simulated.phones().map((message) => message.text)).toEqual([text]);
    const references = outcomes.map((outcome) => 'reference' in outcome && outcome.reference);
    const received = await reports(outcomes.length);
    expect(new Set(received.map(({ reference }) => reference))).toEqual(new Set(references));
    expect(received.map(({ status }) => status)).toEqual(outcomes.map(() => 'delivered'));
  });

  it('works octet by octet between unsolicited lines', async ({ pair }) => {
    const { simulated, send, reports } = await pair({
      profile,
      fragmentOctets: 1,
      interleave: ['RING', '+CREG: 1', '^RSSI: 20'],
    });

    expect(await send('Goedemorgen')).toMatchObject([{ kind: 'submitted' }]);
    expect(await reports(1)).toMatchObject([{ status: 'delivered' }]);
    expect(simulated.submits()).toHaveLength(1);
  });

  it('unlocks the SIM card', async ({ pair }) => {
    const { send } = await pair({ profile }, '0000');

    expect(await send('Goedemorgen')).toMatchObject([{ kind: 'submitted' }]);
  });

  it('B1 says unconfirmed when the line drops after Ctrl-Z, and takes the report that the modem kept', async ({
    pair,
  }) => {
    const { modem, simulated, send, reports } = await pair({ profile, dropNext: 'after-ctrl-z' });

    expect(await send('Goedemorgen')).toMatchObject([{ kind: 'unconfirmed' }]);
    // An MC75i knows AT+CNMI with bfr 1 alone, which throws away what waited for the line (3GPP TS 27.005 section 3.4.1).
    if (profile !== 'cinterion') expect(await reports(1)).toMatchObject([{ recipient: TO, status: 'delivered' }]);
    await modem.ready();
    expect(await send('Goedemiddag')).toMatchObject([{ kind: 'submitted' }]);
    expect(simulated.submits()).toHaveLength(2);
  });

  it('B1 does not take an answer that comes with the next connection for that to the next text', async ({ pair }) => {
    const { modem, simulated, send } = await pair({
      profile,
      dropNext: 'after-ctrl-z',
      lateAnswers: true,
      networkDelayMs: 700,
    });

    expect(await send('Goedemorgen')).toMatchObject([{ kind: 'unconfirmed' }]);
    await modem.ready();
    simulated.control({ failNext: { count: 1, error: 42 } });

    expect(await send('Goedemiddag')).toMatchObject([{ kind: 'not-sent' }]);
    expect(await send('Goedenavond')).toMatchObject([{ kind: 'submitted' }]);
  });

  it('B1 says unconfirmed to an unclear error, whether the text was sent or not', async ({ pair }) => {
    const { simulated, send } = await pair({ profile, failNext: { count: 1, error: 332, sent: true } });

    expect(await send('Goedemorgen')).toMatchObject([{ kind: 'unconfirmed' }]);
    expect(simulated.phones()).toHaveLength(1);
  });

  it('refuses a number for good between others, without a pause and without another try', async ({ pair }) => {
    const bad = '+31699999999';
    const { modem, simulated } = await pair({ profile, numbers: { [bad]: { refusal: { error: 1 } } } });
    const log: string[] = [];
    const sendTo = async (to: string) => {
      const { kind } = await modem.submit({ to, text: 'Goedemorgen', alphabet: 'gsm7' }, async () => {
        log.push(to);
      });
      return kind;
    };

    const outcomes = await Promise.all([TO, bad, TO, bad, TO].map(sendTo));

    expect(outcomes).toEqual(['submitted', 'refused', 'submitted', 'refused', 'submitted']);
    expect(log).toEqual([TO, bad, TO, bad, TO]);
    expect(simulated.submits()).toHaveLength(5);
    expect(simulated.phones()).toHaveLength(3);
  });

  it('reports what the network could not deliver, with the number in national form', async ({ pair }) => {
    const { send, reports } = await pair({ profile, outcome: 'failed', nationalReports: '+31' });

    await send('Goedemorgen');

    const [report] = await reports(1);
    expect(report).toMatchObject({ status: 'failed' });
    expect(report?.recipient).toMatch(/^0?612345678$/);
  });
});

// On one family: it is the line that fails, before the modem has heard anything that a profile could change.
it('B1 never claims a text that a dropped line kept from the modem', async ({ pair }) => {
  const { modem, simulated } = await pair();
  const part = { to: TO, text: 'Goedemorgen', alphabet: 'gsm7' } as const;

  const outcome = await modem.submit(part, async () => {
    simulated.control({ dropLine: true });
    await simulated.until(({ connected }) => !connected);
  });

  expect(['not-sent', 'unconfirmed']).toContain(outcome.kind);
  expect(simulated.submits()).toEqual([]);
  await modem.ready();
});
