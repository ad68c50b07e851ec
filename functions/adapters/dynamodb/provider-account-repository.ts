import { PROVIDERS } from '../../../contract/providers.ts';
import type { AuditLine } from '../../domain/audit/model.ts';
import type { ProviderKey } from '../../domain/messaging/model.ts';
import type { Lease } from '../../domain/messaging/ports.ts';
import type { ProviderAccount, RoutePause } from '../../domain/messaging/providers/model.ts';
import type { ProviderAccounts } from '../../domain/messaging/providers/ports.ts';
import { after } from '../../domain/shared/clock.ts';
import type { Idempotency, IdempotentRequest } from '../../domain/shared/idempotency.ts';
import { auditPut } from './audit.ts';
import { providerAccountOf } from './codecs/provider-account.ts';
import { all, equals, exists, missing } from './condition.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { writeOnce } from './idempotency.ts';
import { keys, PROVIDER, tenantPartition } from './keys.ts';
import { releaseLease, takeLease } from './lease.ts';
import { REMOVED_FOR } from './retention.ts';
import type { Table } from './table.ts';

/** What an account may have or not; `expiresAtSeconds` is of one that was removed. */
const OPTIONAL = ['house', 'earlierCallback', 'pause', 'removedAt', 'expiresAtSeconds'];

export class ProviderAccountRepository implements ProviderAccounts {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async list(tenantId: string): Promise<ProviderAccount[]> {
    const { items } = await this.#table.query({
      partition: { pk: tenantPartition(tenantId) },
      sort: { attribute: 'sk', beginsWith: PROVIDER },
      limit: PROVIDERS.length,
      consistent: true,
    });
    return items.map(providerAccountOf);
  }

  async find({ tenantId, provider }: ProviderKey): Promise<ProviderAccount | undefined> {
    const item = await this.#table.get(keys.providerAccount(tenantId, provider));
    return item && providerAccountOf(item);
  }

  async save(account: ProviderAccount, known: ProviderAccount | undefined, audit: AuditLine): Promise<boolean> {
    // An update, as a process may have its lease on it.
    const { done } = await this.#table.write(
      {
        update: keys.providerAccount(account.tenantId, account.provider),
        change: {
          set: { type: 'provider-account', v: 1, ...account },
          remove: OPTIONAL.filter((name) => !Object.hasOwn(account, name)),
        },
        condition: isAt(known?.version),
      },
      auditPut(audit),
    );
    return done;
  }

  async resume({ tenantId, provider }: ProviderKey, audit: AuditLine): Promise<boolean> {
    const { done } = await this.#table.write(
      {
        update: keys.providerAccount(tenantId, provider),
        change: { set: { failures: 0 }, remove: ['pause'] },
        condition: IS_THERE,
      },
      auditPut(audit),
    );
    return done;
  }

  async renewCallback<A extends object>(
    { tenantId, provider, version }: ProviderAccount,
    callbacks: Required<Pick<ProviderAccount, 'callback' | 'earlierCallback'>>,
    request: IdempotentRequest<A>,
    audit: AuditLine,
  ): Promise<Idempotency<A> | 'changed'> {
    const renewed = {
      update: keys.providerAccount(tenantId, provider),
      change: { set: { ...callbacks, version: version + 1 } },
      condition: isAt(version),
    };
    const result = await writeOnce(this.#table, tenantId, request, renewed, auditPut(audit));
    return result.kind === 'refused' ? 'changed' : result;
  }

  async remove({ tenantId, provider }: ProviderKey, at: Date, audit: AuditLine): Promise<boolean> {
    const { done } = await this.#table.write(
      {
        update: keys.providerAccount(tenantId, provider),
        change: {
          set: {
            removedAt: at.toISOString(),
            ...{ sealed: '', ending: '', callback: { hash: '', sealed: '' } },
            expiresAtSeconds: epochSeconds(after(at, REMOVED_FOR)),
          },
          remove: ['earlierCallback', 'pause'],
          add: { version: 1 },
        },
        condition: IS_THERE,
      },
      auditPut(audit),
    );
    return done;
  }

  async note(
    { tenantId, provider, sealed }: ProviderKey & Pick<ProviderAccount, 'sealed'>,
    failures: number,
    pause: RoutePause | undefined,
  ): Promise<boolean> {
    const { done } = await this.#table.write({
      update: keys.providerAccount(tenantId, provider),
      change: pause ? { set: { failures, pause } } : { set: { failures }, remove: ['pause'] },
      condition: all(IS_THERE, equals('sealed', sealed)),
    });
    return done;
  }

  lease({ tenantId, provider }: ProviderKey, lease: Lease): Promise<'leased' | 'busy'> {
    return takeLease(this.#table, keys.providerAccount(tenantId, provider), lease);
  }

  release({ tenantId, provider }: ProviderKey, lease: Lease): Promise<readonly string[] | undefined> {
    return releaseLease(this.#table, keys.providerAccount(tenantId, provider), lease);
  }
}

const IS_THERE = all(exists('pk'), missing('removedAt'));

/** Nothing is there as long as no version is; those of before versions have none either. */
const isAt = (version = 0) => (version === 0 ? missing('version') : equals('version', version));
