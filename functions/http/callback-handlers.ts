import type { ProviderName } from '../../contract/providers.ts';
import type { callbackRoutes } from '../../contract/routes/callbacks.ts';
import type { InboundMessages } from '../domain/inbound/ports.ts';
import { takeProviderInbound } from '../domain/inbound/take-provider-inbound.ts';
import type { Messages, Trouble } from '../domain/messaging/ports.ts';
import { type CallbackSecrets, tenantOfCallback } from '../domain/messaging/providers/callback-token.ts';
import type { ProviderEvent } from '../domain/messaging/providers/model.ts';
import type { ProviderAccounts } from '../domain/messaging/providers/ports.ts';
import { takeReport } from '../domain/messaging/providers/take-report.ts';
import type { Clock } from '../domain/shared/clock.ts';
import { DomainError } from '../domain/shared/domain-error.ts';
import type { NewId } from '../domain/shared/ids.ts';
import type { Handlers } from './api.ts';

type Values = Readonly<Record<string, string>>;

export interface CallbackDependencies {
  readonly callbacks: {
    readonly accounts: Pick<ProviderAccounts, 'find'>;
    readonly secrets: CallbackSecrets;
    readonly clock: Clock;
  };
  readonly told: {
    readonly messages: Messages;
    readonly inbound: InboundMessages;
    readonly trouble: Trouble;
    readonly clock: Clock;
    readonly newId: NewId;
  };
  readonly readers: {
    readonly websms: (body: unknown, named: string | undefined) => ProviderEvent | undefined;
    readonly smsapiReports: (query: Values) => {
      readonly events: readonly ProviderEvent[];
      readonly unreadable: number;
    };
    readonly smsapiInbound: (form: Values) => ProviderEvent | undefined;
  };
}

/** What providers tell. It is written down before it is answered, as they tell again what was not answered. */
export function callbackHandlers({ callbacks, told, readers }: CallbackDependencies): Handlers<typeof callbackRoutes> {
  async function tenantOf(provider: ProviderName, token: string): Promise<string> {
    const tenantId = await tenantOfCallback(callbacks, provider, token);
    if (tenantId === undefined) throw new DomainError('not-found');
    return tenantId;
  }

  async function take(tenantId: string, provider: ProviderName, events: readonly ProviderEvent[]): Promise<void> {
    const where = { tenantId, provider };
    for (const event of events)
      await (event.type === 'report' ? takeReport(told, where, event) : takeProviderInbound(told, where, event));
  }

  /** One that can't be read is told, so that somebody looks, and refused. */
  function readable(tenantId: string, provider: ProviderName, event: ProviderEvent | undefined): ProviderEvent {
    if (event) return event;
    told.trouble('callback unreadable', { tenantId, provider });
    throw new DomainError('invalid-request', { errors: [{ path: 'body', message: 'It is none that is documented' }] });
  }

  return {
    async takeWebsmsCallback({ params: { token }, query, body }) {
      const tenantId = await tenantOf('websms', token);
      await take(tenantId, 'websms', [readable(tenantId, 'websms', readers.websms(body, query.call))]);
      return { body: { statusCode: 2000, statusMessage: 'OK' } };
    },
    async takeSmsapiReports({ params: { token }, query }) {
      const tenantId = await tenantOf('smsapi', token);
      const { events, unreadable } = readers.smsapiReports(query as Values);
      if (unreadable > 0) told.trouble('callback unreadable', { tenantId, provider: 'smsapi' });
      await take(tenantId, 'smsapi', events);
      return { body: 'OK' };
    },
    async takeSmsapiMessage({ params: { token }, body }) {
      const tenantId = await tenantOf('smsapi', token);
      await take(tenantId, 'smsapi', [readable(tenantId, 'smsapi', readers.smsapiInbound(body as Values))]);
      return { body: 'OK' };
    },
  };
}
