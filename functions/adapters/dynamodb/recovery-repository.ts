import { CODE_TRIES, type Recovery } from '../../domain/access/recovery/model.ts';
import type { Recoveries } from '../../domain/access/recovery/ports.ts';
import type { AuditLine } from '../../domain/audit/model.ts';
import type { Tenant } from '../../domain/directory/model.ts';
import { after, DAY } from '../../domain/shared/clock.ts';
import { auditPut } from './audit.ts';
import { recoveryOf } from './codecs/recovery.ts';
import { tenantOf } from './codecs/tenant.ts';
import { all, atLeast, below, equals, exists, missing } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { keys } from './keys.ts';
import type { Table, Write } from './table.ts';

/** It is of no use any more long before. */
const GOES_AFTER = DAY;

export class RecoveryRepository implements Recoveries {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async start(recovery: Recovery): Promise<void> {
    const expiresAtSeconds = epochSeconds(after(new Date(recovery.startedAt), GOES_AFTER));
    await this.#table.write({ put: { ...keyOf(recovery), type: 'recovery', v: 1, ...recovery, expiresAtSeconds } });
  }

  async find(
    tenantId: string,
    recoveryId: string,
  ): Promise<{ recovery: Recovery | undefined; tenant: Tenant | undefined }> {
    const [recovery, tenant] = await this.#table.batchGet([keys.recovery(tenantId, recoveryId), keys.tenant(tenantId)]);
    return { recovery: recovery && recoveryOf(recovery), tenant: tenant && tenantOf(tenant) };
  }

  async resolve(recovery: Recovery, person: NonNullable<Recovery['person']>, audit: AuditLine): Promise<boolean> {
    const { done } = await this.#table.write(
      { update: keyOf(recovery), change: { set: { person } }, condition: all(exists('pk'), missing('person')) },
      auditPut(audit),
    );
    return done;
  }

  async takeTry(tenantId: string, recoveryId: string, now: Date): Promise<boolean> {
    const { done } = await this.#table.write({
      update: keys.recovery(tenantId, recoveryId),
      change: { add: { tries: 1 } },
      condition: all(below('tries', CODE_TRIES), atLeast('codeUntil', now.toISOString()), missing('proof')),
    });
    return done;
  }

  async prove(recovery: Recovery, proof: NonNullable<Recovery['proof']>, audit: AuditLine): Promise<boolean> {
    const { done } = await this.#table.write(
      { update: keyOf(recovery), change: { set: { proof } }, condition: all(exists('pk'), missing('proof')) },
      auditPut(audit),
    );
    return done;
  }

  async answered(recovery: Recovery, questionRecordedAt: string): Promise<void> {
    await this.#table.write({
      update: keyOf(recovery),
      change: { set: { answered: questionRecordedAt } },
      condition: exists('pk'),
    });
  }
}

const keyOf = ({ tenantId, recoveryId }: Recovery) => keys.recovery(tenantId, recoveryId);

/** Uses a recovery up, in the write that sets the password. */
export const recoveryUse = (recovery: Recovery, at: string): Write => ({
  update: keyOf(recovery),
  change: { set: { usedAt: at } },
  condition: all(equals('proof', recovery.proof), missing('usedAt')),
});
