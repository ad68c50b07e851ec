import { AsyncLocalStorage } from 'node:async_hooks';
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** What an act cost: hashes that were really computed, and calls that were really sent to the table, in their order. */
export interface Cost {
  readonly hashes: string[];
  readonly calls: string[];
  /** hashes that were held against a stored one */
  readonly compared: object[];
}

interface Measuring extends Cost {
  /** hashes that are held back … */
  readonly held: (() => void)[];
  /** … until there are so many */
  readonly together: number;
  readonly waiting: (() => void)[];
  onTheWay: number;
}
const measuring = new AsyncLocalStorage<Measuring>();

/**
 * Counts beneath the adapters: whatever they are given, a hash comes from Node's crypto and a call goes through the SDK's client.
 *
 * @param together no hash begins before so many are asked for. A function has one login at a time and a processor of its own; many in
 *   one process would hash while others wait for the table, until a slow machine's calls run out of their time.
 */
export async function measured<T>(
  act: () => Promise<T>,
  { together = 1 } = {},
): Promise<Cost & { readonly result: T }> {
  const cost: Cost = { hashes: [], calls: [], compared: [] };
  return { result: await measuring.run({ ...cost, held: [], together, waiting: [], onTheWay: 0 }, act), ...cost };
}

for (const name of ['argon2', 'scrypt'] as const) {
  const derive = crypto[name] as (...given: unknown[]) => void;
  Object.assign(crypto, {
    [name]: (...given: unknown[]) => {
      const store = measuring.getStore();
      if (!store) return derive(...given);
      store.hashes.push(name);
      store.held.push(() => derive(...given));
      if (store.hashes.length >= store.together) for (const start of store.held.splice(0)) start();
    },
  });
}
const { timingSafeEqual } = crypto;
crypto.timingSafeEqual = (given, stored) => {
  measuring.getStore()?.compared.push(given);
  return timingSafeEqual(given, stored);
};
syncBuiltinESMExports();

/**
 * Calls of what is measured that are on their way at the same time. In AWS each login has a function of its own; where one process
 * stands for 50 of them, its calls would run out of their time waiting for each other on a slow machine.
 */
const CALLS_AT_ONCE = 8;

const send = DynamoDBClient.prototype.send;
DynamoDBClient.prototype.send = function (this: DynamoDBClient, ...call: unknown[]) {
  const store = measuring.getStore();
  if (!store) return Reflect.apply(send, this, call);
  store.calls.push((call[0] as object).constructor.name.replace(/Command$/, ''));
  return inTurn(store, () => Reflect.apply(send, this, call) as Promise<unknown>);
} as typeof send;

async function inTurn<T>(store: Measuring, call: () => Promise<T>): Promise<T> {
  if (store.onTheWay >= CALLS_AT_ONCE) await new Promise<void>((go) => store.waiting.push(go));
  else store.onTheWay += 1;
  try {
    return await call();
  } finally {
    const next = store.waiting.shift(); // it takes this one's place
    if (next) next();
    else store.onTheWay -= 1;
  }
}
