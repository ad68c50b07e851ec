import { LedgerRepository } from '../adapters/dynamodb/ledger-repository.ts';
import { TenantRepository } from '../adapters/dynamodb/tenant-repository.ts';
import { handOver } from './hand-over.ts';
import { clock, log, table } from './parts.ts';

export function dispatcher() {
  const one = table();
  const closing = { ledger: new LedgerRepository(one), tenants: new TenantRepository(one), clock };
  return { log, closing, dispatcher: handOver(one) };
}
