import { messaging } from '../../contract/catalogues/field-messages/messaging.ts';
import { providers as providerTexts } from '../../contract/catalogues/field-messages/providers.ts';
import { joinSecrets } from '../adapters/crypto/join-secrets.ts';
import { secrets } from '../adapters/crypto/secrets.ts';
import { InboundRepository } from '../adapters/dynamodb/inbound-repository.ts';
import { MessageRepository } from '../adapters/dynamodb/message-repository.ts';
import { ProviderAccountRepository } from '../adapters/dynamodb/provider-account-repository.ts';
import { RoutingRepository } from '../adapters/dynamodb/routing-repository.ts';
import { readSmsapiInbound, readSmsapiReports } from '../adapters/smsapi/callback.ts';
import { readWebsmsCallback } from '../adapters/websms/callback.ts';
import { api } from './front.ts';
import { clock, newId, table, trouble } from './parts.ts';
import { accountSealer, callbackAddress, webProviders } from './providers.ts';

export function apiProviders() {
  const one = table();
  const accounts = new ProviderAccountRepository(one);
  return {
    keep: { accounts, providers: webProviders(), sealer: accountSealer(one), secrets, clock, newId },
    routing: { store: new RoutingRepository(one), accounts, clock, newId },
    callbacks: { accounts, secrets: joinSecrets, clock },
    told: { messages: new MessageRepository(one), inbound: new InboundRepository(one), trouble, clock, newId },
    readers: { websms: readWebsmsCallback, smsapiReports: readSmsapiReports, smsapiInbound: readSmsapiInbound },
    callbackAddress,
    api: api(one, messaging, providerTexts),
  };
}
