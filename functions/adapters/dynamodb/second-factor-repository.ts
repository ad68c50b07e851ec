import { isLocked } from '../../domain/access/second-factor/check-code.ts';
import { CODE_TRIES, type SecondFactor } from '../../domain/access/second-factor/model.ts';
import type { Rotation, SecondFactors, Written } from '../../domain/access/second-factor/ports.ts';
import { auditPut } from './audit.ts';
import { secondFactorOf } from './codecs/second-factor.ts';
import { all, below, equals, exists, missing } from './condition.ts';
import { keys } from './keys.ts';
import { notificationPut } from './notification-repository.ts';
import { sessionPut } from './session-repository.ts';
import type { Table, Write } from './table.ts';

export class SecondFactorRepository implements SecondFactors {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(tenantId: string, personId: string): Promise<SecondFactor | undefined> {
    const item = await this.#table.get(keys.secondFactor(tenantId, personId));
    return item && secondFactorOf(item);
  }

  async takeTry(seen: SecondFactor, now: Date): Promise<boolean> {
    const lastTryAt = now.toISOString();
    const lockIsOver = seen.tries >= CODE_TRIES && !isLocked(seen, now);
    const { done } = await this.#table.write({
      update: keys.secondFactor(seen.tenantId, seen.personId),
      ...(lockIsOver
        ? {
            change: { set: { tries: 1, lastTryAt } },
            condition: all(equals('tries', seen.tries), equals('lastTryAt', seen.lastTryAt)),
          }
        : {
            change: { set: { lastTryAt }, add: { tries: 1 } },
            condition: all(exists('pk'), below('tries', CODE_TRIES)),
          }),
    });
    return done;
  }

  async change(before: SecondFactor, next: SecondFactor, written: Written, rotation?: Rotation): Promise<boolean> {
    const { audit, notification } = written;
    const { done } = await this.#table.write(
      {
        put: { ...keys.secondFactor(next.tenantId, next.personId), type: 'second-factor', v: 1, ...next },
        condition: before.version === 0 ? missing('pk') : equals('version', before.version),
      },
      ...(rotation ? rotationWrites(rotation) : []),
      ...(notification ? [notificationPut(notification)] : []),
      auditPut(audit),
    );
    return done;
  }
}

function rotationWrites({ before, after }: Rotation): Write[] {
  const { tenantId, personId, secretHash } = before;
  return [{ delete: keys.session(tenantId, personId, secretHash), condition: exists('pk') }, sessionPut(after)];
}
