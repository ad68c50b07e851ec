import { messageClassOf } from '../pdu/data-coding.ts';
import type { DeliverTpdu } from '../pdu/tpdu.ts';
import type { InboundPart } from '../ports.ts';

/** @param pdu as the modem gave it @param tpdu undefined when it could not be read */
export function inboundPartOf(pdu: string, tpdu: DeliverTpdu | undefined): InboundPart {
  if (!tpdu) return { pdu };
  const { from, protocol, submittedAt, dataCoding, text, data, concatenation } = tpdu;
  const messageClass = messageClassOf(dataCoding);
  return {
    pdu,
    sender: from.number,
    protocol,
    dataCoding,
    ...(text !== undefined && { text }),
    ...(data !== undefined && { data }),
    ...(concatenation && { concatenation }),
    ...(submittedAt && { sentAt: submittedAt.instant }),
    ...(messageClass !== undefined && { messageClass }),
  };
}
