import { expect, it } from 'vitest';
import { type FollowInboundDependencies, followInbound } from '../../../functions/domain/inbound/follow-inbound.ts';
import type { Thread } from '../../../functions/domain/inbound/threads/model.ts';
import { memoryChoices } from '../../support/memory-choices.ts';
import { inboundMessage, newId } from '../../support/messages.ts';

const NUMBER = '+31612345678';

it('G4 a STOP is kept, and stands in its thread, also while the records can’t be read', async () => {
  const tenantId = newId('ten');
  const { choices, hashes } = memoryChoices();
  const filed: Partial<Thread>[] = [];
  const deps: Partial<FollowInboundDependencies> = {
    tenants: { find: async () => ({ tenantId, country: 'NL' }) as never },
    numbers: { international: (number: string) => number } as never,
    records: { numberedWith: () => Promise.reject(new Error('a record can’t be read')) },
    lists: { read: async () => ({ items: [] }) },
    threads: { file: async (one) => void filed.push(one) },
    clock: { now: () => new Date() },
    derivedId: (prefix) => newId(prefix),
    ...{ choices, hashes },
  };
  const stop = inboundMessage({ tenantId, text: 'STOP' });
  const duty = { tenantId, item: 'stop', tries: 0 };
  await expect(followInbound(deps as FollowInboundDependencies, stop, duty)).rejects.toThrow('can’t be read');
  expect((await choices.find(tenantId, NUMBER))?.optOutId).toBeDefined();
  expect(filed).toMatchObject([{ correspondent: NUMBER, inboundId: stop.inboundId }]);
});
