import type { InboundKind } from '../../../contract/inbound-kinds.ts';
import type { ProviderName } from '../../../contract/providers.ts';

/** A message that came to one of the tenant's SIM cards or numbers. Written once, as the box put it together or the provider told it. */
export interface InboundMessage {
  readonly tenantId: string;
  /** given by the box, or by us to what a provider tells; sorts by when its first part came */
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
  /** when the box had it, or the provider told it */
  readonly receivedAt: string;
  /** whose SIM card it came to */
  readonly boxId?: string;
  readonly modem?: string;
  /** the web provider that told it */
  readonly provider?: ProviderName;
  /** the number that it was sent to, as the provider gives it */
  readonly recipient?: string;
}
