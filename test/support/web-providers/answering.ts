import type { CallOutcome } from '../../../functions/domain/messaging/providers/model.ts';
import type { WebProvider } from '../../../functions/domain/messaging/providers/ports.ts';

/** A provider that answers what the test says, and counts how often it was asked. */
export function answering(answer: () => CallOutcome | Promise<CallOutcome>) {
  let asked = 0;
  const provider: WebProvider = {
    submit: async () => {
      asked += 1;
      return answer();
    },
    check: async () => ({ kind: 'good' }),
  };
  return { provider, asked: () => asked };
}
