import { routes } from '../../../contract/routes/index.ts';
import { BoxRepository } from '../../../functions/adapters/dynamodb/box-repository.ts';
import { InboundRepository } from '../../../functions/adapters/dynamodb/inbound-repository.ts';
import type { Table } from '../../../functions/adapters/dynamodb/table.ts';
import { ThreadRepository } from '../../../functions/adapters/dynamodb/thread-repository.ts';
import { WebhookDeliveryRepository } from '../../../functions/adapters/dynamodb/webhook-delivery-repository.ts';
import { PASSWORD } from '../agency.ts';
import { inboundMessage, readyBox } from '../messages.ts';
import { authenticator } from '../passkeys/authenticator.ts';
import { heldDelivery } from '../webhooks.ts';
import { unknownId } from './ids.ts';
import type { As, TwoAgencies } from './two-agencies.ts';

type Make = (as: As, within: Record<string, string>) => Promise<string>;

/** By the name of an id in a path what makes, in an agency, a thing that it names; `within` has the ids that come before it in the path. */
export function makersOf(table: Table, { ask, made, tenantOf, logInAs }: TwoAgencies): Readonly<Record<string, Make>> {
  return {
    messageId: (as) => made(routes.sendMessage, as),
    inboundId: async (as) => {
      const message = inboundMessage({ tenantId: tenantOf(as) });
      await new InboundRepository(table).keep(message, new Date());
      return message.inboundId;
    },
    optOutId: async (as) => {
      // each a number of its own: only an opt-out that holds can be undone
      const to = `+3161${String(Math.random()).slice(2, 9)}`;
      await ask(routes.recordOptOut, as, { body: { to, reason: 'Asked' } });
      return (await ask(routes.listOptOuts, as)).body.items[0].id;
    },
    threadId: async (as) => {
      const tenantId = tenantOf(as);
      const { inboundId, sender: correspondent = '' } = inboundMessage({ tenantId });
      const threadId = unknownId('threadId').replace('00', as === 'all' ? '01' : '02');
      await new ThreadRepository(table).file({ tenantId, threadId, correspondent, inboundId }, new Date());
      return threadId;
    },
    selectionId: (as) => made(routes.createSelection, as),
    batchId: (as) => made(routes.createMessageBatch, as),
    tokenId: (as) => made(routes.createApiToken, as),
    workerId: (as) => made(routes.createWorker, as),
    companyId: (as) => made(routes.createCompany, as),
    contactId: (as, within) => made(routes.createContact, as, within),
    placementId: (as) => made(routes.createPlacement, as),
    branchId: (as) => made(routes.createBranch, as),
    mailTemplateId: (as) => made(routes.createMailTemplate, as),
    messageTemplateId: (as) => made(routes.createMessageTemplate, as),
    employeeId: (as) => made(routes.createEmployee, as),
    roleId: async (as) => {
      const body = { name: crypto.randomUUID(), permissions: [] }; // each has a name of its own
      return (await ask(routes.createRole, as, { body })).body.id;
    },
    boxId: async (as) => {
      const tenantId = tenantOf(as);
      const box = readyBox({ tenantId });
      await new BoxRepository(table).add(box);
      return box.boxId;
    },
    commandId: (as, within) => made(routes.commandBox, as, within),
    action: async () => 'enable',
    deviceId: async (as) => {
      const { items } = (await ask(routes.listDevices, as)).body;
      return items[0].id;
    },
    exportId: (as) => made(routes.createMessageExport, as),
    webhookId: (as) => made(routes.createWebhook, as),
    eventId: async (as, { webhookId = '' }) => {
      const delivery = heldDelivery({ tenantId: tenantOf(as), webhookId });
      await new WebhookDeliveryRepository(table).add(delivery);
      return delivery.eventId;
    },
    passkeyId: async (as) => {
      await ask(routes.confirmSession, as, { body: { password: PASSWORD } });
      const credential = authenticator().create((await ask(routes.beginPasskey, as)).body);
      await ask(routes.addPasskey, as, { body: { name: 'My phone', credential } });
      return (await ask(routes.listPasskeys, as)).body.items[0].id;
    },
    sessionId: async (as) => {
      // another one than that of the request, which has to stay
      const { employee, tenant } = (await ask(routes.getSession, as)).body;
      await logInAs(tenant.slug, employee.loginName);
      const { items } = (await ask(routes.listSessions, as)).body;
      return items.find(({ current }: { current: boolean }) => !current).id;
    },
  };
}
