import { type Session, TRIES } from '../../domain/access/model.ts';
import type { SessionKey, Sessions } from '../../domain/access/ports.ts';
import type { AuditLine } from '../../domain/audit/model.ts';
import { auditPut } from './audit.ts';
import { sessionOf } from './codecs/session.ts';
import { all, any, atLeast, below, exists, missing } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { keys, personPartition, SESSION } from './keys.ts';
import type { Table, Write } from './table.ts';

/** Sessions of one person that are shown; each ends within hours by itself. */
const SESSIONS_AT_MOST = 100;

export class SessionRepository implements Sessions {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async list(tenantId: string, personId: string): Promise<Session[]> {
    const { items } = await this.#table.query({
      partition: { pk: personPartition(tenantId, personId) },
      sort: { attribute: 'sk', beginsWith: SESSION },
      limit: SESSIONS_AT_MOST,
      consistent: true,
    });
    return items.map(sessionOf).sort((a, b) => (a.sessionId < b.sessionId ? 1 : -1));
  }

  async find({ tenantId, personId, secretHash }: Pick<Session, 'tenantId' | 'personId' | 'secretHash'>) {
    const item = await this.#table.get(keys.session(tenantId, personId, secretHash));
    return item && sessionOf(item);
  }

  async rotate(before: Session, next: Session): Promise<boolean> {
    const { tenantId, personId, secretHash } = before;
    const { done } = await this.#table.write(
      { delete: keys.session(tenantId, personId, secretHash), condition: exists('pk') },
      sessionPut(next),
    );
    return done;
  }

  async noteSeen({ tenantId, personId, secretHash }: Session, now: Date): Promise<boolean> {
    const { done } = await this.#table.write({
      update: keys.session(tenantId, personId, secretHash),
      change: { set: { lastSeenAt: now.toISOString() } },
      condition: exists('pk'),
    });
    return done;
  }

  async end(key: SessionKey): Promise<void> {
    await this.#table.write({ delete: sessionKey(key) });
  }

  async takeConfirmationTry(key: SessionKey): Promise<boolean> {
    const { done } = await this.#table.write({
      update: sessionKey(key),
      change: { add: { confirmationTries: 1 } },
      condition: all(exists('pk'), any(missing('confirmationTries'), below('confirmationTries', TRIES))),
    });
    return done;
  }

  async confirm(key: SessionKey, at: Date): Promise<boolean> {
    const { done } = await this.#table.write({
      update: sessionKey(key),
      change: { set: { confirmedAt: at.toISOString(), confirmationTries: 0 } },
      condition: exists('pk'),
    });
    return done;
  }

  async endAfterTries(key: SessionKey, audit: AuditLine): Promise<void> {
    await this.#table.write(
      { delete: sessionKey(key), condition: atLeast('confirmationTries', TRIES) },
      auditPut(audit),
    );
  }
}

const sessionKey = ({ tenantId, personId, secretHash }: SessionKey) => keys.session(tenantId, personId, secretHash);

export function sessionPut(session: Session): Write {
  return {
    put: {
      ...keys.session(session.tenantId, session.personId, session.secretHash),
      type: 'session',
      v: 1,
      ...session,
      expiresAtSeconds: epochSeconds(session.expiresAt),
    },
  };
}
