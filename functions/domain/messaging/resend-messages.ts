import type * as z from 'zod/mini';
import { CHOICE_REFUSALS } from '../../../contract/choice-refusals.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { MessageState } from '../../../contract/message-states.ts';
import type { copiedMessage } from '../../../contract/routes/message-decisions.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import { type CopyDependencies, copiedDraft } from './copied-draft.ts';
import { type SenderRights, type StoreDependencies, storeMessage } from './store-message.ts';

type Copied = z.input<typeof copiedMessage>;

/** What has come to its end. What may still go, or may have gone, is not sent beside itself. */
const RESENT: readonly MessageState[] = ['submitted', 'delivered', 'undelivered', 'failed', 'expired', 'cancelled'];
const ROUTE = 'message-copies';

export interface ResendDependencies extends StoreDependencies, CopyDependencies {
  readonly clock: Clock;
}

/**
 * Sends messages once more, each as a copy that names its origin (E4-6). One that can't be sent holds up no other: its place in the answer
 * says why. Asked for again with the same key, each gives the answer that it gave.
 *
 * @throws DomainError `idempotency-key-reused`
 */
export async function resendMessages(
  dependencies: ResendDependencies,
  sender: SenderRights,
  messageIds: readonly string[],
  key: string,
): Promise<Copied[]> {
  const now = dependencies.clock.now();
  const request = { route: ROUTE, key, asked: { messageIds }, answer: {}, now };
  if ((await dependencies.messages.claim(sender.tenantId, request)).kind === 'reused')
    throw new DomainError('idempotency-key-reused');
  const copies: Copied[] = [];
  // One after the other: they compete for the last credits in the order in which they were asked for.
  for (const copyOf of messageIds) copies.push(await resend(dependencies, sender, copyOf, `${key} ${copyOf}`, now));
  return copies;
}

async function resend(
  dependencies: ResendDependencies,
  sender: SenderRights,
  copyOf: string,
  key: string,
  now: Date,
): Promise<Copied> {
  const origin = await dependencies.messages.find(sender.tenantId, copyOf);
  if (!origin) return { copyOf, refused: 'not-found' };
  if (origin.codeOf !== undefined) return { copyOf, refused: 'code-refused' }; // it has run out: a new one is asked for
  const prepare = async () => {
    if (!RESENT.includes(origin.state)) throw new DomainError('message-not-ended');
    return copiedDraft(dependencies, sender, origin);
  };
  try {
    const { id } = await storeMessage(dependencies, sender, prepare, { route: ROUTE, key, asked: { copyOf }, now });
    return { copyOf, id };
  } catch (error) {
    const code = refusedFor(error);
    if (!code) throw error;
    return { copyOf, refused: code };
  }
}

/** What is to be said of one message; all else ends the whole, and is safe to ask for again. */
function refusedFor(error: unknown): Extract<ErrorCode, Copied['refused']> | undefined {
  const codes = [
    'message-not-ended',
    'insufficient-credit',
    'sending-stopped',
    'text-too-long',
    ...CHOICE_REFUSALS,
  ] as const;
  return error instanceof DomainError ? codes.find((code) => code === error.code) : undefined;
}
