import type { InboundMessage } from './model.ts';

export interface InboundMessages {
  /** Once: what is there already stays as it is. `now` is the cloud's time. */
  keep(message: InboundMessage, now: Date): Promise<void>;
  /** The same, once for each thing that a provider tells, whatever the id. */
  keepTold(
    message: InboundMessage,
    told: { readonly provider: string; readonly eventId: string },
    now: Date,
  ): Promise<void>;
  find(tenantId: string, inboundId: string): Promise<InboundMessage | undefined>;
  /** Those that are there, 100 at most. */
  findMany(tenantId: string, inboundIds: readonly string[]): Promise<InboundMessage[]>;
  /** Newest first; `next` is the id to go on before. */
  page(tenantId: string, limit: number, before?: string): Promise<{ items: InboundMessage[]; next?: string }>;
}
