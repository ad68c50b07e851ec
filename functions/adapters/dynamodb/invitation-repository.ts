import type { Invitation, Invitee } from '../../domain/access/invitations/model.ts';
import type { Invitations, WrittenDown } from '../../domain/access/invitations/ports.ts';
import { loginNameKey } from '../../domain/access/login-name.ts';
import type { Login } from '../../domain/access/model.ts';
import { auditPut } from './audit.ts';
import { invitationOf } from './codecs/invitation.ts';
import { tenantOf } from './codecs/tenant.ts';
import { all, equals, exists, missing } from './condition.ts';
import { stillThere } from './entry-repository.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { contactInvitee } from './invitees/contact-invitee.ts';
import { employeeInvitee } from './invitees/employee-invitee.ts';
import type { InviteeKind } from './invitees/invitee-kind.ts';
import { keys } from './keys.ts';
import { notificationPut } from './notification-repository.ts';
import type { Table, Write } from './table.ts';

/** Staff may change the person's file at the same moment. */
const ROUNDS = 5;

/** By what their ids begin with. */
const KINDS: Readonly<Record<string, InviteeKind>> = { emp: employeeInvitee, con: contactInvitee };

function kindOf(personId: string): InviteeKind {
  const kind = KINDS[personId.slice(0, personId.indexOf('_'))];
  if (!kind) throw new Error('nobody of this kind can be invited');
  return kind;
}

export class InvitationRepository implements Invitations {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async findInvitee(tenantId: string, personId: string): Promise<Invitee | undefined> {
    const kind = kindOf(personId);
    const [tenant, ...items] = await this.#table.batchGet([keys.tenant(tenantId), ...kind.keys(tenantId, personId)]);
    const invitee = kind.inviteeOf(items);
    return tenant && invitee && { tenant: tenantOf(tenant), ...invitee };
  }

  async find(tenantId: string, personId: string): Promise<Invitation | undefined> {
    const item = await this.#table.get(keys.invitation(tenantId, personId));
    return item && invitationOf(item);
  }

  async put(invitation: Invitation, { notification, audit }: WrittenDown): Promise<boolean> {
    const { tenantId, personId, expiresAt } = invitation;
    const { done } = await this.#table.write(
      {
        put: {
          ...keys.invitation(tenantId, personId),
          ...{ type: 'invitation', v: 1, ...invitation, expiresAtSeconds: epochSeconds(expiresAt) },
        },
      },
      stillThere(tenantId, personId),
      notificationPut(notification),
      auditPut(audit),
    );
    return done;
  }

  async accept(
    { tenantId, personId, secretHash }: Invitation,
    invitee: Invitee,
    login: Login,
    loginName: string,
    { notification, audit }: WrittenDown,
  ) {
    const kind = kindOf(personId);
    for (let round = 0; round < ROUNDS; round++) {
      const items = await this.#table.batchGet(kind.keys(tenantId, personId));
      if (kind.inviteeOf(items)?.epoch !== invitee.epoch) return 'used';
      const result = await this.#table.write(
        { delete: keys.invitation(tenantId, personId), condition: equals('secretHash', secretHash) },
        ...loginWrites(login, invitee.loginName),
        ...kind.accepted(items, loginName),
        notificationPut(notification),
        auditPut(audit),
      );
      if (result.done) return 'done';
      if (result.refused[0]) return 'used';
      if (result.refused[1]) return 'name-taken';
    }
    return 'used';
  }
}

/** The new login first; a transaction takes each item once, so that the same name is put over itself. */
function loginWrites(login: Login, before: string | undefined): [Write, ...Write[]] {
  const { tenantId, personId, loginName } = login;
  const put = { ...keys.login(tenantId, loginName), type: 'login', v: 1, ...login };
  const own = all(exists('pk'), equals('personId', personId));
  if (before === undefined) return [{ put, condition: missing('pk') }];
  const old = loginNameKey(before);
  if (old === loginName) return [{ put, condition: own }];
  return [
    { put, condition: missing('pk') },
    { delete: keys.login(tenantId, old), condition: own },
  ];
}
