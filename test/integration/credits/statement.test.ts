import { expect, it } from 'vitest';
import { LedgerRepository } from '../../../functions/adapters/dynamodb/ledger-repository.ts';
import { MessageRepository } from '../../../functions/adapters/dynamodb/message-repository.ts';
import { bookingDay } from '../../../functions/domain/credits/ledger.ts';
import { reserve } from '../../../functions/domain/credits/reserve.ts';
import { monthlyStatement } from '../../../functions/domain/credits/statement/month.ts';
import { BY_COMMAND } from '../../../functions/domain/operator/acting.ts';
import { bookCredits } from '../../../functions/domain/operator/book-credits.ts';
import { bringMessage } from '../../support/brought-message.ts';
import { acceptedMessage, newId } from '../../support/messages.ts';
import { useTable } from '../../support/table.ts';
import { walletsOn } from '../../support/wallet.ts';

const { table } = useTable();
const SHARDS = 3;
const MESSAGES = 20;

it('E0-9 credits that are granted, taken back, reserved and used up all at once, on several shards, are all in the statement', async () => {
  const tenantId = newId('ten');
  const wallets = walletsOn(table);
  const messages = new MessageRepository(table);
  const clock = { now: () => new Date() };
  const deps = { wallets: wallets.repository, bookings: wallets.repository, random: Math.random, clock, newId };
  const book = (credits: number) =>
    bookCredits(
      deps,
      BY_COMMAND,
      { tenantId, walletShards: SHARDS },
      { kind: credits > 0 ? 'grant' : 'correction', credits, reason: 'Test' },
      crypto.randomUUID(),
    );
  async function send(place: number): Promise<void> {
    const message = acceptedMessage({ tenantId });
    const request = { route: 'messages', key: message.messageId, asked: {}, answer: {}, now: new Date() };
    await reserve(deps, { tenantId, shards: SHARDS }, 1, (walletShard) =>
      messages.accept({ ...message, walletShard }, request),
    );
    // a third stays reserved, and a third comes back
    if (place % 3 === 0) await bringMessage(table, tenantId, message.messageId, 'submitted');
    if (place % 3 === 1) await bringMessage(table, tenantId, message.messageId, 'failed');
  }
  await book(40);
  await Promise.all([
    ...Array.from({ length: MESSAGES }, (_, place) => send(place)),
    ...[7, 5, -3, -2].map((credits) => book(credits)),
  ]);

  const month = bookingDay(new Date()).slice(0, 7);
  const ledger = new LedgerRepository(table);
  const { lines, balance } = await monthlyStatement({ ledger, clock }, { tenantId, shards: SHARDS }, month);
  let before = 0;
  for (const line of lines) {
    before += line.credits;
    expect(line.balance).toBe(before);
  }
  const { granted, available, reserved, consumed } = await wallets.balance(tenantId, SHARDS);
  expect({ granted, consumed }).toEqual({ granted: 47, consumed: 7 });
  expect(balance).toBe(available + reserved);
  expect(granted).toBe(available + reserved + consumed);

  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await ledger.charges(tenantId, SHARDS, bookingDay(new Date()), 2, after);
    seen.push(...page.items.map(({ messageId }) => messageId));
    after = page.next;
  } while (after !== undefined);
  expect(seen).toHaveLength(consumed);
  expect(new Set(seen).size).toBe(consumed);
});
