import { describe, expect, vi } from 'vitest';
import type { PartOutcome } from '../../../edge-agent/src/ports.ts';
import { profileName } from '../../../local/modem/profiles.ts';
import { it, TO } from './pair.ts';

describe.each(profileName.options)('the driver at a %s modem with a fault', (profile) => {
  it('B1 says unconfirmed when it hangs under a text, and works once it was restarted', async ({ pair }) => {
    const { modem, simulated, send } = await pair({ profile, hangNext: 'after-ctrl-z' });

    expect(await send('Goedemorgen')).toMatchObject([{ kind: 'unconfirmed', code: 'no-answer' }]);
    simulated.control({ reboot: true });
    let outcomes: PartOutcome[];
    do {
      // Until its restart is heard of it counts as ready, and a text given just then is certainly not sent.
      await modem.ready();
      outcomes = await send('Goedemiddag');
    } while (outcomes[0]?.kind === 'not-sent');

    expect(outcomes).toMatchObject([{ kind: 'submitted' }]);
    expect(simulated.submits()).toHaveLength(2);
  });

  it('waits without a network, blames no message, and goes on', async ({ pair }) => {
    const { modem, simulated, send } = await pair({ profile });
    simulated.control({ loseNetwork: { forMs: 500 } });
    await vi.waitUntil(() => modem.status().state === 'searching');

    expect(await send('Goedemorgen')).toMatchObject([{ kind: 'not-sent', code: 'not-ready' }]);
    await modem.ready();

    expect(await send('Goedemorgen')).toMatchObject([{ kind: 'submitted' }]);
    expect(simulated.submits()).toHaveLength(1);
  });

  it('takes its echo for no answer when ATE0 does nothing', async ({ pair }) => {
    const { simulated, send, reports } = await pair({ profile, quirks: { echoStays: true } });

    expect(await send('a'.repeat(300))).toMatchObject([{ kind: 'submitted' }, { kind: 'submitted' }]);
    expect(await reports(2)).toMatchObject([{ status: 'delivered' }, { status: 'delivered' }]);
    expect(simulated.submits()).toHaveLength(2);
  });

  it('empties a memory that is full, and takes what the network held back', async ({ pair }) => {
    const { simulated, messages } = await pair({ profile, slots: { SM: 3, ME: 3, SR: 3 } });
    const texts = Array.from({ length: 10 }, (_, index) => `Bericht ${index}`);
    for (const text of texts) simulated.inbound({ from: TO, text });

    const parts = await messages(texts.length);

    expect(new Set(parts.map(({ text }) => text))).toEqual(new Set(texts));
    expect(parts).toHaveLength(texts.length);
  });

  it.for([
    ['before the text', 'at-prompt', 'not-sent', 0],
    ['under the text', 'after-ctrl-z', 'unconfirmed', 1],
  ] as const)('B1 starts anew %s: %s gives %s', async ([, rebootNext, kind, submits], { pair }) => {
    const { modem, simulated, send } = await pair({ profile, rebootNext });

    expect(await send('Goedemorgen')).toMatchObject([{ kind }]);
    expect(simulated.submits()).toHaveLength(submits);
    await modem.ready();
    expect(await send('Goedemiddag')).toMatchObject([{ kind: 'submitted' }]);
  });
});

// On one family: it takes the five seconds for the prompt, which no profile changes; the restart after it is above, on each.
it('B1 sends nothing when it hangs before the prompt', async ({ pair }) => {
  const { modem, simulated, send } = await pair({ hangNext: 'at-prompt' });

  expect(await send('Goedemorgen')).toMatchObject([{ kind: 'not-sent', code: 'no-prompt' }]);
  expect(simulated.submits()).toEqual([]);
  simulated.control({ reboot: true });
  await modem.ready();
  expect(await send('Goedemorgen')).toMatchObject([{ kind: 'submitted' }]);
});
