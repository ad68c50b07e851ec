import type { Notice } from '../../../../contract/notices.ts';
import type { WorkerFields } from '../../../../contract/routes/directory/workers.ts';
import { changeEntry, type EntryDependencies, findEntry } from '../../directory/entries/keep-entry.ts';
import type { Actor, Entry } from '../../directory/entries/model.ts';
import { enforceLimits, type LimitDependencies } from '../../limits/enforce-limits.ts';
import { after } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import { refuseUnconfirmed } from '../confirm-session.ts';
import type { Principal } from '../principal.ts';
import { CODE_VALID_FOR } from '../recovery/model.ts';
import type { OneTimeCodes } from '../recovery/ports.ts';
import { type MailAddressChanges, mailChangeCodeName } from './model.ts';

export interface OwnContactDataDependencies extends EntryDependencies<WorkerFields>, LimitDependencies {
  readonly mailChanges: MailAddressChanges;
  readonly codes: OneTimeCodes;
}

type Worker = Entry<WorkerFields>;

/** @throws DomainError `confirmation-needed`, `not-found`, `changed-meanwhile` */
export async function changePhones(
  deps: OwnContactDataDependencies,
  actor: Actor,
  principal: Principal,
  version: number,
  phones: WorkerFields['phones'],
): Promise<Worker> {
  refuseUnconfirmed(principal, deps.clock);
  const worker = await findEntry(deps.entries, actor.tenantId, actor.id);
  return change(deps, actor, worker, version, { phones }, 'phones-changed', worker.fields.mailAddresses.slice(0, 1));
}

/**
 * Asks for a code at a new mail address, which changes nothing yet: an address with a slip of the pen gets no mail of this worker.
 *
 * @throws DomainError `confirmation-needed`, `invalid-request`, `too-many-tries`
 */
export async function askMailAddressChange(
  deps: OwnContactDataDependencies,
  actor: Actor,
  principal: Principal,
  mailAddress: string,
): Promise<void> {
  const { tenantId, id: workerId } = actor;
  refuseUnconfirmed(principal, deps.clock);
  await enforceLimits(deps, { 'mail-address-account': workerId });
  const { fields } = await findEntry(deps.entries, tenantId, workerId);
  if (fields.mailAddresses[0]?.toLowerCase() === mailAddress.toLowerCase()) {
    const message = 'This is the address that your mails go to already';
    throw new DomainError('invalid-request', { errors: [{ path: 'mailAddress', message }] });
  }
  const codeUntil = after(deps.clock.now(), CODE_VALID_FOR).toISOString();
  await deps.mailChanges.ask({ tenantId, workerId, changeId: deps.newId('mac'), mailAddress, codeUntil, tries: 0 });
}

/**
 * The new address takes the place of the first one; both are told.
 *
 * @throws DomainError `code-refused`, `changed-meanwhile`
 */
export async function proveMailAddress(
  deps: OwnContactDataDependencies,
  actor: Actor,
  principal: Principal,
  code: string,
): Promise<Worker> {
  const { tenantId, id: workerId } = actor;
  const asked = await deps.mailChanges.find(tenantId, workerId);
  if (!asked || !(await deps.mailChanges.takeTry(asked, deps.clock.now()))) throw new DomainError('code-refused');
  const right = deps.codes.make(principal.tenant, mailChangeCodeName(asked.changeId));
  if (!deps.codes.isSame(code, right)) throw new DomainError('code-refused');
  const worker = await findEntry(deps.entries, tenantId, workerId);
  const [before, ...others] = worker.fields.mailAddresses;
  const kept = others.filter((one) => one.toLowerCase() !== asked.mailAddress.toLowerCase());
  const mailAddresses = [asked.mailAddress, ...kept];
  const told = before === undefined ? [asked.mailAddress] : [before, asked.mailAddress];
  const changed = await change(deps, actor, worker, worker.version, { mailAddresses }, 'mail-address-changed', told);
  await deps.mailChanges.forget(asked);
  return changed;
}

/** With a line in the file, of which these addresses are told. */
function change(
  deps: OwnContactDataDependencies,
  actor: Actor,
  worker: Worker,
  version: number,
  to: Partial<WorkerFields>,
  kind: Notice,
  mailTo: readonly string[],
): Promise<Worker> {
  const { tenantId, id } = actor;
  const notification = {
    ...{ tenantId, subjectId: id, notificationId: deps.newId('not'), by: id, kind, mailTo },
    at: deps.clock.now().toISOString(),
  };
  return changeEntry(deps, actor, worker, version, { ...worker.fields, ...to }, notification);
}
