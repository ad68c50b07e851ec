import type { threadRoutes } from '../../contract/routes/threads.ts';
import type { Principal } from '../domain/access/principal.ts';
import type { Tenant } from '../domain/directory/model.ts';
import { markRead } from '../domain/inbound/threads/mark-read.ts';
import { getThread, listThreads, type ReadThreadsDependencies } from '../domain/inbound/threads/read-threads.ts';
import { type ReplyDependencies, replyToThread } from '../domain/inbound/threads/reply.ts';
import type { MessageSender } from '../domain/messaging/accept-message.ts';
import type { Clock } from '../domain/shared/clock.ts';
import type { NewId } from '../domain/shared/ids.ts';
import { actorOf } from './actor.ts';
import type { Handlers } from './api.ts';
import { placesOf } from './cursor.ts';

export interface ThreadDependencies extends ReadThreadsDependencies, Pick<ReplyDependencies, 'accept'> {
  readonly clock: Clock;
  readonly newId: NewId;
}

/** What people in phones write, and what they are answered. */
export function threadHandlers(
  deps: ThreadDependencies,
  senderOf: (principal: Principal) => Promise<MessageSender & Pick<Tenant, 'country'>>,
): Handlers<typeof threadRoutes> {
  const readerOf = ({ tenant: { tenantId, country }, permissions }: Principal) => ({ tenantId, country, permissions });
  return {
    async listThreads({ principal, query: { limit, cursor } }) {
      const { cursorKey } = principal.tenant;
      const { place: before, more } = placesOf(cursor, cursorKey);
      const { items, next } = await listThreads(deps, readerOf(principal), limit, before);
      return { body: { items, ...more(next) } };
    },
    async getThread({ principal, params: { threadId }, query: { limit, cursor } }) {
      const { cursorKey } = principal.tenant;
      const { place: before, more } = placesOf(cursor, cursorKey);
      const { next, ...thread } = await getThread(deps, readerOf(principal), threadId, limit, before);
      return { body: { ...thread, ...more(next) } };
    },
    async markThreadRead(request) {
      await markRead(deps, actorOf(request), request.params.threadId, request.body.upTo);
      return { body: undefined };
    },
    async replyToThread({ principal, params: { threadId }, body, idempotencyKey }) {
      const answer = await replyToThread(deps, await senderOf(principal), threadId, body, idempotencyKey);
      return { body: answer, headers: { location: `/v1/messages/${answer.id}` } };
    },
  };
}
