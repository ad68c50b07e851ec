import type { AuditLine } from '../../domain/audit/model.ts';
import type { AuditTrail } from '../../domain/audit/ports.ts';
import { auditPut } from './audit.ts';
import type { Table } from './table.ts';

/** For what was seen: nothing else is written with it. */
export class AuditTrailRepository implements AuditTrail {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async add(line: AuditLine): Promise<void> {
    const { done } = await this.#table.write(auditPut(line));
    if (!done) throw new Error('there is a line with this id already');
  }
}
