import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { PROVIDERS } from '../../contract/providers.ts';
import { choosePairs } from '../support/crash/pairs.ts';
import { dieAt, type Sent } from '../support/crash/provider-death.ts';
import { PROVIDER_KILL_POINTS } from '../support/crash/provider-kill-points.ts';
import { type ProviderAgency, type ProviderStack, startProviderStack } from '../support/crash/provider-stack.ts';

/** Milliseconds: what was called for is looked at two minutes after its claim, and again two minutes after a look that died. */
const ENDED = { timeout: 600_000, interval: 500 };

const all = PROVIDERS.flatMap((provider) =>
  PROVIDER_KILL_POINTS.flatMap((first) => PROVIDER_KILL_POINTS.map((second) => ({ provider, first, second }))),
);
const pairs = choosePairs(24).chosen(all);

/** Each pair has an agency of its own, and each of them is swept as often. */
const CLOCK_MILLISECONDS = 30_000;

interface Killed {
  readonly agency: ProviderAgency;
  readonly sent: Sent[];
}

let stack: ProviderStack;
let killed: readonly Killed[];
beforeAll(async () => {
  stack = await startProviderStack(CLOCK_MILLISECONDS);
  const first: Killed[] = [];
  for (const pair of pairs) {
    const agency = await stack.newAgency();
    first.push({ agency, sent: await dieAt(stack, agency, pair.first, [pair.provider]) });
  }
  // The route of each is held for a minute after the death. What the first deaths have left is taken up meanwhile, and may be hit too.
  for (const [place, { agency, sent }] of first.entries()) {
    const pair = pairs[place] as (typeof pairs)[number];
    sent.push(...(await dieAt(stack, agency, pair.second, [pair.provider])));
  }
  killed = first;
});
afterAll(() => stack?.stop());

it.each(pairs.map((pair, place) => ({ ...pair, place })))(
  'B1 nothing is sent twice by $provider, none lost, when SIGKILL hits $first.name, then $second.name',
  async ({ provider, place }) => {
    const { agency, sent } = killed[place] as Killed;
    const ended = { submitted: 0, unconfirmed: 0 };
    for (const { id, digits } of sent) {
      const { state } = await vi.waitFor(async () => {
        const message = await agency.message(id);
        expect(['submitted', 'unconfirmed']).toContain(message.state);
        return message;
      }, ENDED);
      const taken = (await stack.providers[provider].taken(digits)).length;
      // Whether websms has it is not known where the answer got lost; SMSAPI is asked again by the same idx.
      if (state === 'submitted') expect(taken).toBe(1);
      else expect({ provider, atMostOnce: taken <= 1 }).toEqual({ provider: 'websms', atMostOnce: true });
      ended[state === 'submitted' ? 'submitted' : 'unconfirmed'] += 1;
    }
    expect(await agency.api.getCredits()).toMatchObject({
      ...{ granted: 10, available: 8, reserved: ended.unconfirmed, consumed: ended.submitted },
    });
  },
);
