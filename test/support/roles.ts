import { AsyncLocalStorage } from 'node:async_hooks';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { FUNCTIONS, type FunctionName, type FunctionSpec, type TableAction } from '../../infra/functions.ts';

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
  readonly input: { readonly IndexName?: string; readonly TransactItems?: readonly object[] };
}

/** What a call needs. A transaction needs the action of each of its parts. Source: DynamoDB Developer Guide, "Transactions and IAM". */
function neededBy(sent: Sent): string[] {
  const { input } = sent;
  if (input.TransactItems)
    return input.TransactItems.flatMap((part) => Object.keys(part)).map((part) =>
      part === 'ConditionCheck' ? 'ConditionCheckItem' : `${part}Item`,
    );
  return [sent.constructor.name.replace(/Command$/, '')];
}

const send = DynamoDBClient.prototype.send;
DynamoDBClient.prototype.send = function (this: DynamoDBClient, ...call: unknown[]) {
  const name = running.getStore();
  if (name !== undefined) refuse(name, call[0] as Sent);
  return Reflect.apply(send, this, call);
} as typeof send;

function refuse(name: FunctionName, command: Sent): void {
  const { table }: FunctionSpec = FUNCTIONS[name];
  const index = command.input.IndexName;
  const lacking =
    index === undefined
      ? neededBy(command).filter((action) => !table?.actions.includes(action as TableAction))
      : table?.indexes.includes(index as 'byTenant') === true
        ? []
        : [`Query on ${index}`];
  if (lacking.length > 0) throw new AccessDeniedException(`${name} may not ${lacking.join(', ')} (infra/functions.ts)`);
}
