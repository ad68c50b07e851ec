import { WorkQueueRepository } from '../adapters/dynamodb/work-queue-repository.ts';
import { hurry, table } from './parts.ts';

export function minuteClock() {
  return { sweeper: { workQueue: new WorkQueueRepository(table()), hurry: hurry() } };
}
