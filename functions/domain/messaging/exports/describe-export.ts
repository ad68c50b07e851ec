import type * as z from 'zod/mini';
import type { messageExport } from '../../../../contract/message-export.ts';
import type { MessageExport } from './model.ts';

/** As the API shows it. */
export function describeExport(one: MessageExport): z.input<typeof messageExport> {
  const { exportId: id, state, lines, createdAt, expiresAt } = one;
  return { id, state, lines, createdAt, expiresAt };
}
