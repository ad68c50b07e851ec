import { companyBody } from '../../contract/routes/directory/companies.ts';
import { placementBody } from '../../contract/routes/directory/placements.ts';
import { workerBody } from '../../contract/routes/directory/workers.ts';
import { createPasswords } from '../../functions/adapters/crypto/passwords.ts';
import { secrets } from '../../functions/adapters/crypto/secrets.ts';
import { entryCodec } from '../../functions/adapters/dynamodb/codecs/entry.ts';
import { ContactRepository } from '../../functions/adapters/dynamodb/contact-repository.ts';
import { EntryRepository } from '../../functions/adapters/dynamodb/entry-repository.ts';
import { InvitationRepository } from '../../functions/adapters/dynamodb/invitation-repository.ts';
import { PortalAccessRepository } from '../../functions/adapters/dynamodb/portal-access-repository.ts';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import { makeInvitation } from '../../functions/domain/access/invitations/send-invitation.ts';
import { loginNameKey } from '../../functions/domain/access/login-name.ts';
import { createEntry } from '../../functions/domain/directory/entries/keep-entry.ts';
import { COMPANY, CONTACT, PLACEMENT, WORKER } from '../../functions/domain/directory/entries/kinds.ts';
import type { Actor, EntryKind } from '../../functions/domain/directory/entries/model.ts';
import type { Entries } from '../../functions/domain/directory/entries/ports.ts';
import { localDay } from '../../functions/domain/directory/local-day.ts';
import { noAccessYet } from '../../functions/domain/portal/model.ts';
import type { DemoTenant } from './demo-data.ts';
import type { DemoPlacing } from './demo-people.ts';
import { fixedIds } from './fixed-ids.ts';

const clock = { now: () => new Date() };

/** A worker with portal access at a company whose contact logs in too. Each that is there already stays as it is. */
export async function writeDemoPlacing(
  table: Table,
  { tenantId, employee, country }: DemoTenant,
  { worker, company, contact, placement }: DemoPlacing,
): Promise<void> {
  const actor = { tenantId, id: employee.employeeId, requestId: 'demo-data', address: '127.0.0.1' };
  const { workerId, fields } = worker;
  const { companyId } = company;
  await Promise.all([
    entry(actor, WORKER, new EntryRepository(table, entryCodec('worker', workerBody)), workerId, fields),
    entry(actor, COMPANY, new EntryRepository(table, entryCodec('company', companyBody)), companyId, company.fields),
  ]);
  const placed = { workerId, companyId, function: placement.function, from: localDay(country, clock.now()) };
  await entry(actor, CONTACT, new ContactRepository(table), contact.contactId, { ...contact.fields, companyId });
  const placements = new EntryRepository(table, entryCodec('placement', placementBody));
  await entry(actor, PLACEMENT, placements, placement.placementId, placed);
  await Promise.all([portalAccess(table, actor, worker), hirerLogin(table, actor, contact)]);
}

async function entry<F extends object>(
  actor: Actor,
  kind: EntryKind<F>,
  entries: Entries<F>,
  id: string,
  fields: F,
): Promise<void> {
  if (await entries.find(actor.tenantId, id)) return;
  await createEntry({ kind, entries, clock, newId: fixedIds({ [kind.prefix]: id }) }, actor, fields, `demo-${id}`);
}

/** As after the first login: with a login name and a password of the worker's own. */
async function portalAccess(
  table: Table,
  { tenantId, id: by, requestId, address }: Actor,
  { workerId, loginName, password }: DemoPlacing['worker'],
): Promise<void> {
  const accesses = new PortalAccessRepository(table);
  if (await accesses.find(tenantId, workerId)) return;
  const before = noAccessYet(tenantId, workerId);
  const line = { tenantId, subjectId: workerId, at: clock.now().toISOString(), by };
  const newId = fixedIds({});
  await accesses.change(
    before,
    { ...before, status: 'enabled', loginName, epoch: 1, version: 1 },
    {
      kind: 'new',
      login: {
        ...{ tenantId, personId: workerId, loginName: loginNameKey(loginName), tries: 0, epoch: 1 },
        passwordHash: await createPasswords().hash(password),
      },
    },
    { ...line, notificationId: newId('not'), kind: 'portal-access-enable' },
    { ...line, auditId: newId('aud'), requestId, address, action: 'portal-access-enable' },
  );
}

/** As after an accepted invitation. */
async function hirerLogin(
  table: Table,
  actor: Actor,
  { contactId, loginName, password }: DemoPlacing['contact'],
): Promise<void> {
  const { tenantId, requestId, address } = actor;
  const invitations = new InvitationRepository(table);
  const invitee = await invitations.findInvitee(tenantId, contactId);
  if (!invitee || invitee.loginName !== undefined) return;
  const newId = fixedIds({});
  const { invitation } = await makeInvitation({ invitations, secrets, clock, newId }, actor, invitee);
  const login = {
    ...{ tenantId, personId: contactId, loginName: loginNameKey(loginName), tries: 0, epoch: invitee.epoch + 1 },
    passwordHash: await createPasswords().hash(password),
  };
  const line = { tenantId, subjectId: contactId, at: clock.now().toISOString(), by: contactId };
  await invitations.accept(invitation, invitee, login, loginName, {
    notification: { ...line, notificationId: newId('not'), kind: 'invitation-accepted' },
    audit: { ...line, auditId: newId('aud'), requestId, address, action: 'invitation-accepted' },
  });
}
