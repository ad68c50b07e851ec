import type { InboundEvent } from '../../../contract/edge.ts';
import type { InboundPart } from '../../../edge-agent/src/ports.ts';
import type { FakeCloud } from './fake-cloud.ts';

export interface PhoneMessage {
  readonly sender: string;
  /** of each part */
  readonly texts: readonly string[];
  readonly reference?: number;
  readonly bits?: 8 | 16;
  /** when the network took the first part; a second later the next */
  readonly sentAt: Date;
}

/** The parts of a message from a phone, in order; one part alone has no reference. */
export function phoneParts({ sender, texts, reference = 7, bits = 8, sentAt }: PhoneMessage): InboundPart[] {
  return texts.map((text, index) => ({
    ...{ pdu: 'AA', sender, protocol: 0, dataCoding: 0, text },
    sentAt: new Date(sentAt.getTime() + index * 1_000),
    ...(texts.length > 1 && { concatenation: { reference, part: index + 1, parts: texts.length, bits } }),
  }));
}

/** What the box told the cloud of messages from phones, each once. */
export function inboundEvents(cloud: FakeCloud): InboundEvent[] {
  return [...cloud.events.values()].filter((event) => event.type === 'inbound');
}
