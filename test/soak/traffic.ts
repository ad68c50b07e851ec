import type { Attempt, EdgeEvent } from '../../contract/edge.ts';
import type { SettingsChange } from '../../local/modem/settings.ts';

const WEEK_MS = 7 * 24 * 3_600_000;
const SHORT = 'Werk morgen van 7.00 tot 16.00 uur in Venlo. Meld je een kwartier eerder bij de portier. Nummer ';
const LONG_TIMES = 4;
const REFUSED = '+31600000001';
const UNDELIVERED = '+31600000002';
const UNREPORTED = '+31600000003';

/** What the network does with the numbers that have a fate of their own: unassigned, switched off for days, silent. */
export const FATES: SettingsChange['numbers'] = {
  [REFUSED]: { refusal: { error: 1 } },
  [UNDELIVERED]: { outcome: 'failed' },
  [UNREPORTED]: { outcome: 'none' },
};
/** Once in so many messages the network is congested for a moment: `+CMS ERROR: 42`, and the box tries again. */
export const CONGESTION_EVERY = 2_500;
export const CONGESTION = { count: 1, error: 42 };

export interface Order {
  readonly attempt: Attempt;
  /** the last that the box tells of it */
  readonly end: EdgeEvent['type'];
}

/**
 * Message `index` of the soak, to a number of its own. In each hundred two have three parts, one goes to a number that is not
 * assigned, one to a phone that the network can't reach, and one to where no reports come from.
 */
export function order(index: number, now: Date): Order {
  const [to, end] = recipient(index);
  const text = `${SHORT}${index}. `;
  return {
    attempt: {
      attemptId: `msg_${String(index).padStart(26, '0')}.1`,
      to,
      text: index % 50 === 5 ? text.repeat(LONG_TIMES) : text,
      notAfter: new Date(now.getTime() + WEEK_MS).toISOString(),
    },
    end,
  };
}

function recipient(index: number): [string, EdgeEvent['type']] {
  switch (index % 100) {
    case 20:
      return [REFUSED, 'failed'];
    case 40:
      return [UNDELIVERED, 'undelivered'];
    case 60:
      return [UNREPORTED, 'submitted'];
    default:
      return [`+316${10_000_000 + index}`, 'delivered'];
  }
}
