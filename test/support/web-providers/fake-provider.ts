import type { CallOutcome, OutgoingCall } from '../../../functions/domain/messaging/providers/model.ts';
import type { WebProvider } from '../../../functions/domain/messaging/providers/ports.ts';

const DAY = 86_400_000;

/** A provider that takes whatever it is asked; `knowsIds` as SMSAPI does. `lost`: it takes the message, and its answer does not come. */
export function fakeProvider(knowsIds: boolean, isLost: () => boolean = () => false) {
  const log: OutgoingCall[] = [];
  const provider: WebProvider = {
    ...(knowsIds && { repeatableFor: DAY }),
    async submit(_, call): Promise<CallOutcome> {
      const isKnown = knowsIds && log.some(({ callId }) => callId === call.callId);
      if (!isKnown) log.push(call);
      if (isLost()) return { kind: 'unclear', reason: 'answer-missing', code: '-' };
      return { kind: 'submitted', ...(!isKnown && { providerId: `p${log.length}` }) };
    },
    check: async () => ({ kind: 'good' }),
  };
  return { provider, log };
}
