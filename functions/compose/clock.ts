import { WorkQueueRepository } from '../adapters/dynamodb/work-queue-repository.ts';
import { clock, hurry, table } from './parts.ts';

export function minuteClock() {
  return { sweeper: { workQueue: new WorkQueueRepository(table()), hurry: hurry() }, clock };
}
