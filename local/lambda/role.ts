import { FUNCTIONS, type FunctionName, type FunctionSpec } from '../../infra/functions.ts';

/** What of a call to DynamoDB tells which rights it needs. */
interface TableCall {
  readonly IndexName?: string | undefined;
  readonly TransactItems?: readonly object[] | undefined;
}

/**
 * What a function's role lacks for a call to the table, as AWS would see it; DynamoDB Local knows no roles.
 *
 * @param operation `PutItem`
 */
export function lackingFor(name: FunctionName, operation: string, call: TableCall): string[] {
  const { table }: FunctionSpec = FUNCTIONS[name];
  const { IndexName } = call;
  if (IndexName !== undefined)
    return table?.indexes.some((index) => index === IndexName) === true ? [] : [`Query on ${IndexName}`];
  return neededBy(operation, call).filter((needed) => !table?.actions.some((action) => action === needed));
}

/** A transaction needs the action of each of its parts. Source: DynamoDB Developer Guide, "Transactions and IAM". */
function neededBy(operation: string, { TransactItems }: TableCall): string[] {
  if (!TransactItems) return [operation];
  return TransactItems.flatMap((part) => Object.keys(part)).map((part) =>
    part === 'ConditionCheck' ? 'ConditionCheckItem' : `${part}Item`,
  );
}
