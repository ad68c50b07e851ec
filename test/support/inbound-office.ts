import { expect } from 'vitest';
import type { Language } from '../../contract/catalogues/index.ts';
import type { MessagingSettings } from '../../contract/messaging-settings.ts';
import { type Scope, scopeNames } from '../../contract/permissions.ts';
import type { Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { InboundRepository } from '../../functions/adapters/dynamodb/inbound-repository.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import type { InboundMessage } from '../../functions/domain/inbound/model.ts';
import type { loadAfter } from './after.ts';
import { accessOn, makeAgency } from './agency.ts';
import type { EventInput } from './api-event.ts';
import { type loadFunctions, send } from './functions.ts';
import { inboundMessage, newId } from './messages.ts';
import { OFFERED_SMS } from './offered-sms.ts';
import { walletsOn } from './wallet.ts';

export const MOBILE = '+31612345678';

/** A worker with this number, as somebody records one. */
export const workerWith = (number: string) => ({
  ...{ givenName: 'René', familyName: 'Jansen', language: 'nl', phones: [{ number, mobile: true }] },
});

/** An agency that SMS come to, through the functions as they are deployed. */
export async function inboundOffice(
  table: Table,
  functions: Awaited<ReturnType<typeof loadFunctions>>,
  follow: Awaited<ReturnType<typeof loadAfter>>,
  { messaging, language }: { messaging?: Partial<MessagingSettings>; language?: Language } = {},
) {
  const sms = { ...OFFERED_SMS, messaging: { ...OFFERED_SMS.messaging, ...messaging } };
  const { tenant, apiToken } = await makeAgency(accessOn(table), 'optional', sms);
  const { tenantId } = tenant;
  if (language) await table.write({ update: keys.tenant(tenantId), change: { set: { language } } });
  await walletsOn(table).grant({ tenantId, grantId: 'test', credits: 100, at: new Date() });
  const asking = async (scopes: readonly Scope[]) => {
    const { token } = await apiToken([...scopes]);
    return (route: Route, input: EventInput = {}) => {
      const headers = { authorization: `Bearer ${token}`, 'idempotency-key': newId('key'), ...input.headers };
      return send(functions, route, { ...input, headers });
    };
  };
  const ask = await asking(scopeNames);
  const tellOf = async ({ inboundId }: InboundMessage) =>
    expect(await follow((await table.get(keys.inbound(tenantId, inboundId))) ?? {})).toBe(true);
  return {
    ...{ tenantId, ask, asking, tellOf, name: tenant.name },
    /** A message comes in, and what follows from it happens. */
    async receive(given: Partial<InboundMessage> = {}): Promise<InboundMessage> {
      const message = inboundMessage({ tenantId, receivedAt: new Date().toISOString(), ...given });
      await new InboundRepository(table).keep(message, new Date());
      await tellOf(message);
      return message;
    },
    threads: async () => (await ask(routes.listThreads)).body.items,
    post: (body: object, key: string = newId('key')) =>
      ask(routes.sendMessage, { body: { to: MOBILE, ...body }, headers: { 'idempotency-key': key } }),
    message: async (messageId: string) => (await ask(routes.getMessage, { params: { messageId } })).body,
  };
}
