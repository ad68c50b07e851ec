import { AsyncLocalStorage } from 'node:async_hooks';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { FunctionName } from '../../infra/functions.ts';
import { lackingFor } from '../../local/lambda/role.ts';

/** Thrown where AWS would refuse a call: the contract tests then fail as the routes would in AWS. */
class AccessDeniedException extends Error {
  override readonly name = 'AccessDeniedException';
}

const running = new AsyncLocalStorage<FunctionName>();

/** Runs something with the rights that infra/functions.ts gives to a function: DynamoDB Local itself knows no roles. */
export function asFunction<T>(name: FunctionName, run: () => Promise<T>): Promise<T> {
  return running.run(name, run);
}

interface Sent {
  readonly constructor: { readonly name: string };
  readonly input: object;
}

const send = DynamoDBClient.prototype.send;
DynamoDBClient.prototype.send = function (this: DynamoDBClient, ...call: unknown[]) {
  const name = running.getStore();
  if (name !== undefined) refuse(name, call[0] as Sent);
  return Reflect.apply(send, this, call);
} as typeof send;

function refuse(name: FunctionName, sent: Sent): void {
  const lacking = lackingFor(name, sent.constructor.name.replace(/Command$/, ''), sent.input);
  if (lacking.length > 0) throw new AccessDeniedException(`${name} may not ${lacking.join(', ')} (infra/functions.ts)`);
}
