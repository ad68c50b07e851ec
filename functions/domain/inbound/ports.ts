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
  /** False when somebody has its mail in hand. */
  claimMail(tenantId: string, inboundId: string): Promise<boolean>;
  /** Gives back a mail that was claimed and certainly not sent: it is due then. */
  putOffMail(tenantId: string, inboundId: string, until: Date): Promise<void>;
  /** Those whose mail was put off until before then, oldest first. */
  mailsDue(tenantId: string, before: Date, limit: number): Promise<string[]>;
  /** Has the mail that was put off made: the table's stream tells of it. Done twice it changes nothing. */
  askForMail(tenantId: string, inboundId: string): Promise<void>;
  find(tenantId: string, inboundId: string): Promise<InboundMessage | undefined>;
  /** Those that are there, 100 at most. */
  findMany(tenantId: string, inboundIds: readonly string[]): Promise<InboundMessage[]>;
  /** Newest first; `next` is the id to go on before. */
  page(tenantId: string, limit: number, before?: string): Promise<{ items: InboundMessage[]; next?: string }>;
}
