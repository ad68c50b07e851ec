import { providerDetail } from '../../../../contract/provider-reasons.ts';
import type { ProviderName } from '../../../../contract/providers.ts';
import type { Clock } from '../../shared/clock.ts';
import { hasPassed, mayFollow, notBefore } from '../life.ts';
import { attemptNumber } from '../model.ts';
import type { Messages, Trouble } from '../ports.ts';
import { type ProviderEvent, readCallId } from './model.ts';

type Report = Extract<ProviderEvent, { type: 'report' }>;

/** Takes in a delivery report. It may come twice, late, or before the answer to its call; no state goes back by it. */
export async function takeReport(
  { messages, clock, trouble }: { readonly messages: Messages; readonly clock: Clock; readonly trouble: Trouble },
  { tenantId, provider }: { readonly tenantId: string; readonly provider: ProviderName },
  report: Report,
): Promise<void> {
  const call = report.callId === undefined ? undefined : readCallId(report.callId);
  if (!call) return trouble('stray report', { tenantId, provider });
  const { messageId, attempt } = call;
  const { state: to } = report;
  for (;;) {
    const message = await messages.find(tenantId, messageId);
    const isOpen = message && attempt === attemptNumber(message);
    // No attempt of that number was ever made, or another provider or a box has it.
    if (!message || attempt > attemptNumber(message) || (isOpen && message.call?.provider !== provider))
      return trouble('stray report', { tenantId, provider, messageId });
    const now = clock.now();
    const at = notBefore(message, report.at && report.at < now ? report.at : now);
    // An attempt that was refused and made anew, and went after all: it may be sent twice, which somebody has to hear of.
    if (attempt < attemptNumber(message) && to !== 'undelivered') {
      // Of one that is to come at least once that was to be expected.
      if (message.repeatsLeft === undefined) trouble('stray event', { tenantId, provider, messageId });
      if (!hasPassed(message.timeline, to)) await messages.note(message, { event: to, at: at.toISOString() });
      return;
    }
    if (attempt < attemptNumber(message)) return;
    if (!mayFollow(message.state, to)) {
      const isNews = message.state === 'failed' || mayFollow(to, message.state);
      if (isNews && !hasPassed(message.timeline, to)) await messages.note(message, { event: to, at: at.toISOString() });
      return;
    }
    const detail = providerDetail({ provider, code: report.code, reason: 'not-delivered' });
    const step = { to, at, bookedAt: now, ...(to === 'undelivered' && { detail }) };
    if (await messages.step(message, step)) return;
  }
}
