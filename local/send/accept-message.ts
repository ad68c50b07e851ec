import type * as z from 'zod/mini';
import { acceptedMessage } from '../../contract/routes/messaging.ts';
import type { ApiClient } from './api-client.ts';

/** Gives a message to the API; with the same key it is one message, however often it is asked for. */
export async function acceptMessage(
  api: ApiClient,
  body: { to: string; text: string },
  key: string,
): Promise<z.output<typeof acceptedMessage>> {
  return acceptedMessage.parse(await api.request('POST', '/v1/messages', body, { 'idempotency-key': key }));
}
