import type { TroubleName } from '../../contract/troubles.ts';
import { InboundRepository } from '../adapters/dynamodb/inbound-repository.ts';
import { handOver } from './hand-over.ts';
import { callHurry, log, table } from './parts.ts';

export function edgeIngest() {
  const one = table();
  return {
    log,
    ingest: {
      ...handOver(one),
      callHurry: callHurry(),
      inbound: new InboundRepository(one),
      onStray: ({ attemptId, type }: { attemptId: string; type: string }) =>
        log.error('stray event' satisfies TroubleName, { attemptId, eventType: type }),
    },
  };
}
