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

const measuring = new AsyncLocalStorage<Cost>();

/** Counts beneath the adapters: whatever they are given, a hash comes from Node's crypto and a call goes through the SDK's client. */
export async function measured<T>(act: () => Promise<T>): Promise<Cost & { readonly result: T }> {
  const cost: Cost = { hashes: [], calls: [], compared: [] };
  return { result: await measuring.run(cost, act), ...cost };
}

for (const name of ['argon2', 'scrypt'] as const) {
  const derive = crypto[name] as (...given: unknown[]) => void;
  Object.assign(crypto, {
    [name]: (...given: unknown[]) => {
      measuring.getStore()?.hashes.push(name);
      return derive(...given);
    },
  });
}
const { timingSafeEqual } = crypto;
crypto.timingSafeEqual = (given, stored) => {
  measuring.getStore()?.compared.push(given);
  return timingSafeEqual(given, stored);
};
syncBuiltinESMExports();

const send = DynamoDBClient.prototype.send;
DynamoDBClient.prototype.send = function (this: DynamoDBClient, ...call: unknown[]) {
  measuring.getStore()?.calls.push((call[0] as object).constructor.name.replace(/Command$/, ''));
  return Reflect.apply(send, this, call);
} as typeof send;
