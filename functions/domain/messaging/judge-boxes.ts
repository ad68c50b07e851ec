import { messageReason } from '../../../contract/message-reasons.ts';
import { canSend, type Healths } from '../edge/health.ts';
import { after, type Clock, MINUTE } from '../shared/clock.ts';
import { type Box, takesNewMessages } from './model.ts';
import type { Boxes } from './ports.ts';

/** Most modems that lose their network, or are started again, are back before that. */
const PATIENCE = 3 * MINUTE;

/**
 * Takes boxes out of use none of whose modems could send for 3 minutes, if another box can, and into use again when one can.
 * Of a box that says nothing nothing is known: its modems may be sending.
 */
export async function judgeBoxes(
  { boxes, healths, clock }: { boxes: Boxes; healths: Pick<Healths, 'list'>; clock: Clock },
  tenantId: string,
): Promise<Box[]> {
  const now = clock.now();
  const [all, known] = await Promise.all([boxes.list(tenantId), healths.list(tenantId)]);
  const healthOf = ({ boxId }: Box) => known.find((health) => health.boxId === boxId);
  const able = all.filter((box) => takesNewMessages(box) && canSend(healthOf(box), now));
  return Promise.all(
    all.map(async (box) => {
      const isAble = canSend(healthOf(box), now);
      const next = isAble === undefined ? box : judged(box, isAble, able.length > 0, now);
      return next === box || (await boxes.change(box, next)) ? next : box;
    }),
  );
}

function judged(box: Box, isAble: boolean, anotherIs: boolean, now: Date): Box {
  const { cannotSendSince, outOfUse, ...rest } = box;
  const byPerson = outOfUse?.by !== undefined && { outOfUse };
  if (isAble) return cannotSendSince || (outOfUse && !byPerson) ? { ...rest, ...byPerson } : box;
  if (!cannotSendSince) return { ...box, cannotSendSince: now.toISOString() };
  if (outOfUse || !anotherIs || after(new Date(cannotSendSince), PATIENCE) > now) return box;
  return { ...box, outOfUse: { since: now.toISOString(), reason: messageReason('noModemCouldSend') } };
}
