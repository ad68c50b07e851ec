import { createHmac, randomBytes } from 'node:crypto';
import type { WebhookSignatures } from '../../domain/webhooks/ports.ts';

const PREFIX = 'whsec_';
/** Standard Webhooks asks for 24 to 64. */
const SECRET_BYTES = 32;

/** Standard Webhooks 1.0, "Symmetric": HMAC-SHA256 over id, seconds and body, joined by full stops. */
export const webhookSignatures: WebhookSignatures = {
  makeSecret: () => `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`,
  sign(secret, eventId, seconds, body) {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${eventId}.${seconds}.${body}`).digest('base64')}`;
  },
};
