import type * as z from 'zod/mini';
import type { notification } from '../../contract/notification.ts';
import type { Notifications } from '../domain/notifications/model.ts';
import { placesOf } from './cursor.ts';

interface Asked {
  readonly principal: { readonly tenantId: string; readonly tenant: { readonly cursorKey: string } };
  readonly query: { readonly limit: number; readonly cursor?: string | undefined };
}

/** A page of the lines in somebody's file, newest first. */
export async function filePage(
  notifications: Pick<Notifications, 'page'>,
  { principal: { tenantId, tenant }, query: { limit, cursor } }: Asked,
  subjectId: string,
): Promise<{ body: { items: z.input<typeof notification>[]; nextCursor?: string } }> {
  const { place: before, more } = placesOf(cursor, tenant.cursorKey);
  const { items, next } = await notifications.page(tenantId, subjectId, limit, before);
  const shown = items.map(({ notificationId, at, by, kind, mail, messageId }) => ({
    ...{ id: notificationId, at, by, kind },
    ...(mail !== undefined && { mail }),
    ...(messageId !== undefined && { messageId }),
  }));
  return { body: { items: shown, ...more(next) } };
}
