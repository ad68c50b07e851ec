import type { Control } from '../../local/modem/control.ts';
import type { InboundRecord } from '../../local/modem/inbound-log.ts';
import type { InboundMessage } from '../../local/modem/inbound-message.ts';
import type { ModemState } from '../../local/modem/modem-state.ts';
import type { PhoneMessage } from '../../local/modem/phones.ts';
import type { SubmitRecord } from '../../local/modem/submit-record.ts';

/** A simulated modem that runs in a process of its own, by its HTTP port. */
export interface ModemClient {
  state(): Promise<ModemState>;
  submits(): Promise<SubmitRecord[]>;
  phones(): Promise<PhoneMessage[]>;
  /** changes what it names; resolves with the state after it */
  control(change: Control): Promise<ModemState>;
  /** sends a message to the SIM; its parts in the order they come */
  inbound(message: InboundMessage): Promise<InboundRecord[]>;
  /** every part sent to the SIM, oldest first */
  inboundParts(): Promise<InboundRecord[]>;
  /** resolves as soon as the condition holds; rejects when the modem ends first */
  until(condition: (state: ModemState) => boolean): Promise<ModemState>;
}

export function modemClient(httpPort: number): ModemClient {
  const base = `http://127.0.0.1:${httpPort}`;
  const post = (path: string, value: unknown) =>
    fetch(`${base}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(value),
    });
  return {
    state: () => json(fetch(`${base}/control`)),
    submits: () => json(fetch(`${base}/submits.json`)),
    phones: () => json(fetch(`${base}/phones.json`)),
    control: (change) => json(post('/control', change)),
    inbound: (message) => json(post('/inbound', message)),
    inboundParts: () => json(fetch(`${base}/inbound.json`)),
    until: async (condition) => {
      const ended = new AbortController();
      const { body } = await fetch(`${base}/events`, { signal: ended.signal });
      if (!body) throw new Error('the modem sent no events');
      let text = '';
      for await (const piece of body.pipeThrough(new TextDecoderStream())) {
        const events = (text + piece).split('\n\n');
        text = events.pop() ?? '';
        const states = events.filter((event) => event.startsWith('event: state')).map(stateOf);
        const found = states.find(condition);
        if (!found) continue;
        ended.abort();
        return found;
      }
      throw new Error('the modem ended before the condition held');
    },
  };
}

function stateOf(event: string): ModemState {
  return JSON.parse(event.slice(event.indexOf('data: ') + 'data: '.length));
}

async function json<Value>(answer: Promise<Response>): Promise<Value> {
  const response = await answer;
  if (!response.ok) throw new Error(`the modem answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Value;
}
