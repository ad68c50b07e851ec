import type { ProviderEvent } from '../../domain/messaging/providers/model.ts';

/** By its number, as the documentation of callbacks lists them. What is not here tells nothing of the message. */
const STATES: Readonly<Record<string, 'submitted' | 'delivered' | 'undelivered'>> = {
  402: 'undelivered',
  403: 'submitted',
  404: 'delivered',
  405: 'undelivered',
  406: 'undelivered',
  407: 'undelivered',
  409: 'submitted',
  410: 'submitted',
  412: 'undelivered',
};
const WITHOUT_NEWS: ReadonlySet<string> = new Set(['401', '408', '411']);

export interface SmsapiTold {
  readonly events: readonly ProviderEvent[];
  /** of how many reports nothing could be made */
  readonly unreadable: number;
}

/** The reports of one callback. SMSAPI may put several into one: then each value is a list in parallel, separated by commas. */
export function readSmsapiReports(query: Readonly<Record<string, string>>): SmsapiTold {
  const lists = (name: string) => (query[name] ?? '').split(',').map((value) => value.trim());
  const [ids, statuses, calls, times] = [lists('MsgId'), lists('status'), lists('idx'), lists('donedate')];
  const events: ProviderEvent[] = [];
  let unreadable = 0;
  ids.forEach((id, place) => {
    const code = statuses[place] ?? '';
    const state = STATES[code];
    if (WITHOUT_NEWS.has(code)) return;
    if (id === '' || !state) unreadable += 1;
    else {
      const callId = calls[place];
      const at = momentOf(times[place]);
      events.push({ type: 'report', state, code, ...(callId && { callId }), ...(at && { at }) });
    }
  });
  return { events, unreadable };
}

/** A message from a phone; undefined without its text or id. */
export function readSmsapiInbound(form: Readonly<Record<string, string>>): ProviderEvent | undefined {
  const { MsgId, sms_from: sender, sms_to: recipient, sms_text: text, sms_date: date } = form;
  if (!MsgId || text === undefined) return undefined;
  const sentAt = momentOf(date);
  return {
    ...{ type: 'inbound', eventId: MsgId, kind: 'text', text },
    ...(sender !== undefined && { sender }),
    ...(recipient !== undefined && { recipient }),
    ...(sentAt && { sentAt }),
  };
}

/** Unix time, in seconds. */
function momentOf(seconds: string | undefined): Date | undefined {
  return seconds !== undefined && /^\d{9,10}$/.test(seconds) ? new Date(Number(seconds) * 1000) : undefined;
}
