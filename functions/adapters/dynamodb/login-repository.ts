import { LOCKED_FOR, type Login, type Session, TRIES } from '../../domain/access/model.ts';
import type { Logins } from '../../domain/access/ports.ts';
import { after } from '../../domain/shared/clock.ts';
import { loginOf, tenantIdOf } from './codecs/login.ts';
import { all, below, equals, exists, missing } from './condition.ts';
import { keys } from './keys.ts';
import { sessionPut } from './session-repository.ts';
import type { Table } from './table.ts';

export class LoginRepository implements Logins {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async tenantIdOf(slug: string): Promise<string | undefined> {
    const item = await this.#table.get(keys.tenantSlug(slug));
    return item && tenantIdOf(item);
  }

  async find(tenantId: string, loginName: string): Promise<Login | undefined> {
    const item = await this.#table.get(keys.login(tenantId, loginName));
    return item && loginOf(item);
  }

  async takeTry(tenantId: string, loginName: string, seen: Login | undefined, now: Date): Promise<boolean> {
    const lastTryAt = now.toISOString();
    const { done } = await this.#table.write({
      update: keys.login(tenantId, loginName),
      ...(seen && lockIsOver(seen, now)
        ? {
            change: { set: { tries: 1, lastTryAt } },
            condition: all(equals('tries', TRIES), equals('lastTryAt', seen.lastTryAt)),
          }
        : {
            change: { set: { lastTryAt }, add: { tries: 1 } },
            condition: all(exists('pk'), below('tries', TRIES), missing('blocked')),
          }),
    });
    return done;
  }

  async openSession(login: Login, session: Session, newHash: string | undefined): Promise<boolean> {
    const { done } = await this.#table.write(
      {
        update: keys.login(login.tenantId, login.loginName),
        change: {
          set: {
            tries: 0,
            ...(newHash !== undefined && { passwordHash: newHash }),
            ...(login.issuedUntil !== undefined && { issuedUsedAt: session.createdAt }),
          },
        },
        condition: all(
          equals('passwordHash', login.passwordHash),
          missing('blocked'),
          ...(login.issuedUntil === undefined ? [] : [missing('issuedUsedAt')]),
        ),
      },
      sessionPut(session),
    );
    return done;
  }
}

/** Of an employee. A worker's is lifted by staff or by the recovery mail, never by waiting. */
function lockIsOver({ personId, tries, lastTryAt }: Login, now: Date): boolean {
  if (!personId.startsWith('emp_')) return false;
  return tries >= TRIES && lastTryAt !== undefined && after(new Date(lastTryAt), LOCKED_FOR) <= now;
}
