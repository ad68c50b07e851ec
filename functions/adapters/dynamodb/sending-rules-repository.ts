import * as z from 'zod/mini';
import { quietHours } from '../../../contract/quiet-hours.ts';
import { ZONE_OF_COUNTRY } from '../../../contract/time-zones.ts';
import type { RulesNow, SendingRules } from '../../domain/messaging/ports.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** Of an agency's item: what is asked each time that messages leave their lane. */
const rulesItem = z.object({
  country: z.enum(['NL', 'DE', 'AT', 'PL']),
  sendingStopped: z.boolean(),
  messaging: z.optional(z.object({ quietHours: z.optional(quietHours) })),
});

/** The operators' switches for one agency and for all, and the agency's quiet hours, in one read. */
export class SendingRulesRepository implements SendingRules {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(tenantId: string): Promise<RulesNow> {
    const [tenant, all] = await this.#table.batchGet([keys.tenant(tenantId), keys.sending]);
    const isStopped = all?.['stopped'] === true;
    if (!tenant) return { isStopped };
    const { country, sendingStopped, messaging } = z.parse(rulesItem, tenant);
    const quiet = messaging?.quietHours;
    return {
      isStopped: isStopped || sendingStopped,
      ...(quiet && { quietHours: { ...quiet, timeZone: quiet.timeZone ?? ZONE_OF_COUNTRY[country] } }),
    };
  }
}
