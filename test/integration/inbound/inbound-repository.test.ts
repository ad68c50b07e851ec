import { expect, it } from 'vitest';
import { InboundRepository } from '../../../functions/adapters/dynamodb/inbound-repository.ts';
import { keys } from '../../../functions/adapters/dynamodb/keys.ts';
import type { InboundMessage } from '../../../functions/domain/inbound/model.ts';
import { inboundMessage, newId } from '../../support/messages.ts';
import { useTable } from '../../support/table.ts';
import { meter } from '../../support/write-units.ts';

const { table, client } = useTable();
const inbound = new InboundRepository(table);
const now = new Date('2026-11-21T10:00:00.000Z');

it('B3 B5 gives back each field of a message, letter by letter', async () => {
  const tenantId = newId('ten');
  const whole = inboundMessage({
    ...{ tenantId, text: `${'Żółć €{} 😀'.repeat(3_000)}!\r\n\0`, octets: '00FF', parts: 3, missing: [2] },
  });
  const bare: InboundMessage = {
    ...{ tenantId, inboundId: newId('inb'), kind: 'unreadable', text: '', parts: 1, boxId: 'box_1', modem: 'modem' },
    receivedAt: now.toISOString(),
  };
  for (const message of [whole, bare]) {
    await inbound.keep(message, now);
    expect(await inbound.find(tenantId, message.inboundId)).toEqual(message);
  }
  expect((await inbound.page(tenantId, 10)).items).toHaveLength(2);
});

it('B3 keeps a message once: told again, even with another text, it stays as it is', async () => {
  const message = inboundMessage({ tenantId: newId('ten') });
  const again = [message, { ...message, text: 'another' }, { ...message, boxId: newId('box') }];
  await Promise.all([message, message].map((one) => inbound.keep(one, now)));
  for (const one of again) await inbound.keep(one, new Date('2026-12-21T10:00:00.000Z'));
  expect(await inbound.find(message.tenantId, message.inboundId)).toEqual(message);
  expect(await table.get(keys.inbound(message.tenantId, message.inboundId))).toMatchObject({
    expiresAtSeconds: Date.parse('2027-12-22T10:00:00.000Z') / 1000,
  });
});

it('B3 lists newest first, page by page, one query each; A21 a tenant never sees another’s', async () => {
  const [tenantId, other] = [newId('ten'), newId('ten')];
  const ids = Array.from({ length: 5 }, (_, index) => `inb_01J${String(4 - index).padStart(23, '0')}`);
  const counted = meter(client);
  for (const inboundId of ids.toReversed()) await inbound.keep(inboundMessage({ tenantId, inboundId }), now);
  await inbound.keep(inboundMessage({ tenantId: other }), now);
  // One unit each, as no index has them.
  expect(counted.read()).toEqual({ units: 6, calls: { PutItemCommand: 6 } });

  const seen: string[] = [];
  let pages = 0;
  let before: string | undefined;
  do {
    const { items, next } = await inbound.page(tenantId, 2, before);
    seen.push(...items.map(({ inboundId }) => inboundId));
    before = next;
    pages += 1;
  } while (before !== undefined);
  expect(seen).toEqual(ids);
  expect(pages).toBe(3);
  expect(counted.read()).toEqual({ units: 0, calls: { QueryCommand: pages } });
  expect(await inbound.find(other, ids[0] ?? '')).toBeUndefined();
});
