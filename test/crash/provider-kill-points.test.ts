import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PROVIDERS, type ProviderName } from '../../contract/providers.ts';
import { dieAt, type Sent } from '../support/crash/provider-death.ts';
import { PROVIDER_KILL_POINTS, type ProviderKillPoint } from '../support/crash/provider-kill-points.ts';
import { type ProviderAgency, type ProviderStack, startProviderStack } from '../support/crash/provider-stack.ts';

/** What was called for is looked at two minutes after the claim, by a sweep. */
const WAIT = { timeout: 170_000, interval: 500 };

interface Killed extends Sent {
  readonly agency: ProviderAgency;
  readonly point: ProviderKillPoint;
}

let stack: ProviderStack;
let sent: readonly Killed[];
beforeAll(async () => {
  stack = await startProviderStack();
  const all: Killed[] = [];
  // One after the other, each with an agency of its own; then all are waited for together.
  for (const point of PROVIDER_KILL_POINTS) {
    const agency = await stack.newAgency();
    all.push(...(await dieAt(stack, agency, point, PROVIDERS)).map((one) => ({ ...one, agency, point })));
  }
  sent = all;
});
afterAll(() => stack?.stop());

const at = (point: ProviderKillPoint, provider: ProviderName): Killed => {
  const one = sent.find((message) => message.point === point && message.provider === provider);
  if (!one) throw new Error('no message was sent');
  return one;
};
const points = PROVIDER_KILL_POINTS.flatMap((point) =>
  PROVIDERS.map((provider) => ({ point, provider, name: point.name })),
);

describe('SIGKILL of the process that calls providers', () => {
  it.each(points)(
    'B1 $name sends once by $provider, and what nobody knows is unconfirmed',
    async ({ point, provider }) => {
      const { agency, id, digits } = at(point, provider);
      const [end, taken] = point.ends[provider];
      const isOver = async () => ['submitted', 'unconfirmed'].includes((await agency.message(id)).state);
      await vi.waitUntil(isOver, WAIT);
      expect((await agency.message(id)).state).toBe(end);
      expect(await stack.providers[provider].taken(digits)).toHaveLength(taken);
    },
  );

  it('E0-5 keeps each agency’s credits: used up for what was sent, reserved for what nobody knows', async () => {
    for (const point of PROVIDER_KILL_POINTS) {
      const ends = Object.values(point.ends).map(([end]) => end);
      const count = (end: string) => ends.filter((one) => one === end).length;
      const { api } = at(point, 'websms').agency;
      expect(await api.getCredits()).toMatchObject({
        ...{ granted: 10, available: 8, reserved: count('unconfirmed'), consumed: count('submitted') },
      });
    }
  });
});

describe('SIGKILL of the process that takes reports', () => {
  const REPORT = { websms: 'delivered', smsapi: 'DELIVERED' } as const;
  it.each(['before', 'after'] as const)(
    'B1 %s a report was written down loses none, as the provider tells it again, and counts it once',
    async (when) => {
      const point = PROVIDER_KILL_POINTS.find(({ name }) => name === 'after the provider answered');
      if (!point) throw new Error('there is no such point');
      const provider = when === 'before' ? 'websms' : 'smsapi';
      const { agency, id, digits } = at(point, provider);
      const [taken] = await stack.providers[provider].taken(digits);
      const reports = [{ id: taken?.id ?? '', status: REPORT[provider] }];
      const held = stack.hold('api-providers → dynamodb', when, ({ operation, body }) => {
        return ['UpdateItem', 'TransactWriteItems'].includes(operation) && body.includes('"delivered"');
      });
      const told = stack.providers[provider].tell({ type: 'reports', reports });
      const request = await held;
      await stack.kill('api-providers');
      request.drop();
      await stack.revive('api-providers');
      await told;
      await stack.providers[provider].tell({ type: 'reports', reports });
      const { state, timeline } = await agency.message(id);
      expect(state).toBe('delivered');
      expect(timeline.filter(({ event }) => event === 'delivered')).toHaveLength(1);
      const { reserved, consumed, available } = await agency.api.getCredits();
      expect({ available, spent: reserved + consumed }).toEqual({ available: 8, spent: 2 });
    },
  );
});
