import { messaging } from '../../contract/catalogues/field-messages/messaging.ts';
import { people } from '../../contract/catalogues/field-messages/people.ts';
import { providers as providerTexts } from '../../contract/catalogues/field-messages/providers.ts';
import { webhooks as webhookTexts } from '../../contract/catalogues/field-messages/webhooks.ts';
import { joinSecrets } from '../adapters/crypto/join-secrets.ts';
import { secrets } from '../adapters/crypto/secrets.ts';
import { webhookSignatures } from '../adapters/crypto/webhook-signatures.ts';
import { InboundRepository } from '../adapters/dynamodb/inbound-repository.ts';
import { MessageRepository } from '../adapters/dynamodb/message-repository.ts';
import { ProviderAccountRepository } from '../adapters/dynamodb/provider-account-repository.ts';
import { RoutingRepository } from '../adapters/dynamodb/routing-repository.ts';
import { readSmsapiInbound, readSmsapiReports } from '../adapters/smsapi/callback.ts';
import { isPublicAddress } from '../adapters/webhooks/public-addresses.ts';
import { readWebsmsCallback } from '../adapters/websms/callback.ts';
import { api } from './front.ts';
import { callHurry, clock, hintLost, newId, table, trouble } from './parts.ts';
import { accountSealer, callbackAddress, webProviders } from './providers.ts';
import { permitsLoopback, webhookReplays, webhookSealer } from './webhooks.ts';

export function apiProviders() {
  const one = table();
  const accounts = new ProviderAccountRepository(one);
  const replay = webhookReplays(one);
  return {
    keep: {
      ...{ accounts, providers: webProviders(), sealer: accountSealer(one), secrets, clock, newId },
      ...{ callHurry: callHurry(), hintLost },
    },
    routing: { store: new RoutingRepository(one), accounts, clock, newId },
    callbacks: { accounts, secrets: joinSecrets, clock },
    told: { messages: new MessageRepository(one), inbound: new InboundRepository(one), trouble, clock, newId },
    readers: { websms: readWebsmsCallback, smsapiReports: readSmsapiReports, smsapiInbound: readSmsapiInbound },
    callbackAddress,
    webhooks: {
      keep: {
        ...{ webhooks: replay.webhooks, sealer: webhookSealer(one), signatures: webhookSignatures, clock, newId },
      },
      replay,
      deliveries: replay.deliveries,
      isPublic: isPublicAddress,
      permitsLoopback: permitsLoopback(),
    },
    api: api(one, messaging, providerTexts, people, webhookTexts),
  };
}
