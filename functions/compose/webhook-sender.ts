import { webhookSignatures } from '../adapters/crypto/webhook-signatures.ts';
import { postWebhook } from '../adapters/webhooks/post-webhook.ts';
import { isLoopbackAddress, isPublicAddress } from '../adapters/webhooks/public-addresses.ts';
import { clock, log, newId, table } from './parts.ts';
import { permitsLoopback, webhookReplays, webhookSealer } from './webhooks.ts';

export function webhookSender() {
  const one = table();
  const replay = webhookReplays(one);
  const onOneMachine = permitsLoopback();
  const isAllowed = (address: string) => isPublicAddress(address) || (onOneMachine && isLoopbackAddress(address));
  return {
    log,
    replay,
    sender: {
      webhooks: replay.webhooks,
      deliveries: replay.deliveries,
      sealer: webhookSealer(one),
      signatures: webhookSignatures,
      post: postWebhook({ isAllowed, permitsHttp: onOneMachine }),
      clock,
      newId,
    },
  };
}
