import { after, type Clock, SECOND } from '../shared/clock.ts';
import type { RulesNow, SendingRules } from './ports.ts';

/** How long what holds for all messages counts as read: so long after the operator's stop something may still leave its lane. */
export const RULES_COUNT_FOR = SECOND;

/** The rules of an agency for somebody who works off much: read anew once they are a second old, for all who ask then. */
export function freshRules(
  { sendingRules, clock }: { readonly sendingRules: SendingRules; readonly clock: Clock },
  tenantId: string,
): () => Promise<RulesNow> {
  let read: { readonly until: Date; readonly rules: Promise<RulesNow> } | undefined;
  return () => {
    const now = clock.now();
    if (!read || read.until <= now) read = { until: after(now, RULES_COUNT_FOR), rules: sendingRules.find(tenantId) };
    return read.rules;
  };
}
