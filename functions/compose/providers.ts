import type { ProviderName } from '../../contract/providers.ts';
import { sealer } from '../adapters/crypto/sealer.ts';
import type { Table } from '../adapters/dynamodb/table.ts';
import { TenantSealer } from '../adapters/dynamodb/tenant-sealer.ts';
import { Smsapi } from '../adapters/smsapi/smsapi.ts';
import { Websms } from '../adapters/websms/websms.ts';
import type { WebProviders } from '../domain/messaging/providers/ports.ts';
import { setting } from './parts.ts';

/** What the functions share that ask web providers. */

export function webProviders(): WebProviders {
  return {
    websms: new Websms(setting('WEBSMS_URL')),
    smsapi: new Smsapi({ pl: setting('SMSAPI_PL_URL'), com: setting('SMSAPI_COM_URL') }),
  };
}

export const accountSealer = (one: Table) => new TenantSealer<ProviderName>(one, sealer, 'provider account');

/** Where a provider reaches us with what it has to tell. */
export const callbackAddress = (provider: string, token: string) =>
  `${setting('CALLBACK_ORIGIN')}/v1/callbacks/${provider}/${token}`;
