import type { Session } from '../../domain/access/model.ts';
import type { Sessions } from '../../domain/access/ports.ts';
import { exists } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { keys } from './keys.ts';
import type { Table, Write } from './table.ts';

export class SessionRepository implements Sessions {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async noteSeen({ tenantId, employeeId, secretHash }: Session, now: Date): Promise<boolean> {
    const { done } = await this.#table.write({
      update: keys.session(tenantId, employeeId, secretHash),
      change: { set: { lastSeenAt: now.toISOString() } },
      condition: exists('pk'),
    });
    return done;
  }

  async end({
    tenantId,
    employeeId,
    secretHash,
  }: Pick<Session, 'tenantId' | 'employeeId' | 'secretHash'>): Promise<void> {
    await this.#table.write({ delete: keys.session(tenantId, employeeId, secretHash) });
  }
}

export function sessionPut(session: Session): Write {
  return {
    put: {
      ...keys.session(session.tenantId, session.employeeId, session.secretHash),
      type: 'session',
      v: 1,
      ...session,
      expiresAtSeconds: epochSeconds(session.expiresAt),
    },
  };
}
