import type { InboundKind } from '../../../contract/inbound-kinds.ts';

/** A message that came to one of the tenant's SIM cards. Written once, as the box put it together. */
export interface InboundMessage {
  readonly tenantId: string;
  /** given by the box; sorts by when its first part came */
  readonly inboundId: string;
  readonly kind: InboundKind;
  /** as the network gives it: international with a plus, national, or a name */
  readonly sender?: string;
  readonly text: string;
  /** hexadecimal */
  readonly octets?: string;
  readonly parts: number;
  /** numbers of the parts that never came */
  readonly missing?: readonly number[];
  /** when the network took it; ISO 8601, UTC */
  readonly sentAt?: string;
  /** when the box had it */
  readonly receivedAt: string;
  readonly boxId: string;
  readonly modem: string;
}
