import type { Device, ShownDevice } from '../../domain/access/devices/model.ts';
import { LOCKED_FOR, type Login, type Session, TRIES } from '../../domain/access/model.ts';
import type { AlongWithSession, Logins } from '../../domain/access/ports.ts';
import { after } from '../../domain/shared/clock.ts';
import { deviceOf } from './codecs/device.ts';
import { loginOf, tenantIdOf } from './codecs/login.ts';
import { all, below, equals, exists, missing } from './condition.ts';
import { deviceKey, devicePut } from './device-repository.ts';
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

  async findWithDevice(
    tenantId: string,
    loginName: string,
    shown: ShownDevice | undefined,
  ): Promise<{ login: Login | undefined; device: Device | undefined }> {
    const [login, device] = await this.#table.batchGet([
      keys.login(tenantId, loginName),
      deviceKey(shown ?? { tenantId, ...NO_DEVICE }),
    ]);
    return { login: login && loginOf(login), device: device && deviceOf(device) };
  }

  async takeTry(
    tenantId: string,
    loginName: string,
    { login: seen, device }: { readonly login: Login | undefined; readonly device: Device | undefined },
    now: Date,
  ): Promise<boolean> {
    if (device) {
      const { done } = await this.#table.write({
        update: deviceKey(device),
        change: { add: { tries: 1 } },
        condition: all(exists('pk'), below('tries', TRIES)),
      });
      return done;
    }
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

  async openSession(
    login: Login,
    session: Session,
    { newHash, device, deviceBefore, countedOnDevice }: AlongWithSession,
  ): Promise<boolean> {
    const { done } = await this.#table.write(
      {
        update: keys.login(login.tenantId, login.loginName),
        change: {
          set: {
            ...(!countedOnDevice && { tries: 0 }),
            passwordHash: newHash ?? login.passwordHash,
            ...(login.issuedUntil !== undefined && { issuedUsedAt: session.createdAt }),
          },
        },
        condition: all(
          equals('passwordHash', login.passwordHash),
          missing('blocked'),
          ...(countedOnDevice ? [] : [missing('locked')]),
          ...(login.issuedUntil === undefined ? [] : [missing('issuedUsedAt')]),
        ),
      },
      sessionPut(session),
      ...(device ? [devicePut(device)] : []),
      ...(deviceBefore ? [{ delete: deviceKey(deviceBefore) }] : []),
    );
    return done;
  }
}

/** Looked up where no device is shown. */
const NO_DEVICE = { personId: 'emp_00000000000000000000000000', secretHash: '-'.repeat(43) };

/** Of an employee or a contact. A worker's is lifted by staff or by the recovery mail, never by waiting. */
function lockIsOver({ personId, tries, lastTryAt }: Login, now: Date): boolean {
  if (personId.startsWith('wrk_')) return false;
  return tries >= TRIES && lastTryAt !== undefined && after(new Date(lastTryAt), LOCKED_FOR) <= now;
}
