import * as z from 'zod/mini';
import { mobilePrefixesBody } from '../../../contract/routes/mobile-prefixes.ts';
import type { AuditLine } from '../../domain/audit/model.ts';
import type { MobilePrefixes, MobilePrefixStore } from '../../domain/messaging/mobile-prefixes.ts';
import { auditPut } from './audit.ts';
import { kind } from './codecs/kind.ts';
import { equals, missing } from './condition.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

const prefixesItem = z.extend(mobilePrefixesBody, { ...kind('mobile-prefixes'), version: z.number() });
const NONE: MobilePrefixes = { prefixes: [], version: 0 };

export class MobilePrefixRepository implements MobilePrefixStore {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(tenantId: string): Promise<MobilePrefixes> {
    const item = await this.#table.get(keys.mobilePrefixes(tenantId));
    if (!item) return NONE;
    const { prefixes, version } = z.parse(z.object(prefixesItem.shape), item);
    return { prefixes, version };
  }

  async replace(tenantId: string, { prefixes, version }: MobilePrefixes, audit: AuditLine): Promise<boolean> {
    const { done } = await this.#table.write(
      {
        put: { ...keys.mobilePrefixes(tenantId), type: 'mobile-prefixes', v: 1, prefixes, version },
        condition: version === 1 ? missing('pk') : equals('version', version - 1),
      },
      auditPut(audit),
    );
    return done;
  }
}
