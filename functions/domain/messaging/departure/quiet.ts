import { messageReason } from '../../../../contract/message-reasons.ts';
import type { DepartureCheck } from './model.ts';
import { holdFor, quietUntil } from './quiet-hours.ts';

/** While the agency's quiet hours last, what they hold for waits; not beyond the end of its own time. */
export const quiet: DepartureCheck = ({ message, now, rules: { quietHours } }) => {
  if (!quietHours || !holdFor(quietHours, message)) return undefined;
  const over = quietUntil(quietHours, now);
  if (!over) return undefined;
  const expires = new Date(message.expiresAt);
  return { until: over < expires ? over : expires, detail: messageReason('quietHours') };
};
