import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** At which of its writes a process ends by SIGKILL, counted from 1: before it is sent, or after its answer came. */
export interface Death {
  readonly write: number;
  readonly when: 'before' | 'after';
}

const WRITES = /^(Put|Update|Delete|TransactWrite)/;

/** Others that are on their way at that moment arrive or not, as in life. */
export function dieAt({ write, when }: Death): void {
  const send = DynamoDBClient.prototype.send;
  let writes = 0;
  DynamoDBClient.prototype.send = async function (this: DynamoDBClient, ...call: unknown[]) {
    const isLast = WRITES.test((call[0] as object).constructor.name) && ++writes === write;
    if (isLast && when === 'before') process.kill(process.pid, 'SIGKILL');
    const answer = await Reflect.apply(send, this, call);
    if (isLast) process.kill(process.pid, 'SIGKILL');
    return answer;
  } as typeof send;
}
