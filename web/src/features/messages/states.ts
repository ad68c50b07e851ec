import { useQuery } from '@tanstack/react-query';
import type { MessageState } from '../../../../contract/message-states.ts';
import { sessionQuery } from '../../api/session.ts';

/** How a state is to be taken at a glance. */
export const TONE: Readonly<Record<MessageState, 'waits' | 'good' | 'doubt' | 'bad'>> = {
  ...({ scheduled: 'waits', accepted: 'waits', 'handed-over': 'waits', calling: 'waits' } as const),
  ...({ submitted: 'good', delivered: 'good', unconfirmed: 'doubt', cancelled: 'doubt' } as const),
  ...({ undelivered: 'bad', failed: 'bad', expired: 'bad' } as const),
};

const STILL_OURS: readonly MessageState[] = ['scheduled', 'accepted', 'handed-over'];
const WERE_SENT: readonly MessageState[] = ['submitted', 'delivered', 'undelivered'];
const NOT_SENT: readonly MessageState[] = ['failed', 'expired', 'cancelled'];

interface Stated {
  readonly state: MessageState;
  readonly cancelRequestedAt?: string | undefined;
}

/** The box may still be asked to leave it; once it is, it says what came of that. */
export const canBeCancelled = ({ state, cancelRequestedAt }: Stated) =>
  STILL_OURS.includes(state) && cancelRequestedAt === undefined;
/** A copy of it would come a second time. */
export const wasSent = ({ state }: Stated) => WERE_SENT.includes(state);
/** What has come to its end; of what may still go, or may have gone, no copy is made. */
export const canBeResent = (message: Stated) => wasSent(message) || NOT_SENT.includes(message.state);

/** Who may send may decide on what was accepted, also while SMS are switched off. */
export function useMayDecide(): boolean {
  const { data } = useQuery({ ...sessionQuery, enabled: false });
  const held = data?.withheld?.find(({ permission }) => permission === 'messages:send');
  return (
    data?.permissions.includes('messages:send') === true || (held !== undefined && held.code !== 'sms-role-missing')
  );
}
