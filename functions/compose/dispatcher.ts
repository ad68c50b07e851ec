import { handOver } from './hand-over.ts';
import { log, table } from './parts.ts';

export function dispatcher() {
  return { log, dispatcher: handOver(table()) };
}
