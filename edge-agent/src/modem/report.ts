import type { StatusReportTpdu } from '../pdu/tpdu.ts';
import type { DeliveryReport } from '../ports.ts';

/** TP-ST (3GPP TS 23.040 section 9.2.3.15); reserved values count as "service rejected", as it asks. */
const LAST_DELIVERED = 0x1f;
const LAST_PENDING = 0x3f;

function statusOf(code: number): DeliveryReport['status'] {
  if (code <= LAST_DELIVERED) return 'delivered';
  return code <= LAST_PENDING ? 'pending' : 'failed';
}

export function reportOf(tpdu: StatusReportTpdu): DeliveryReport {
  const at = (tpdu.at ?? tpdu.submittedAt)?.instant;
  const submittedAt = tpdu.submittedAt?.instant ?? at;
  return {
    reference: tpdu.reference,
    recipient: tpdu.to.number,
    ...(submittedAt && { submittedAt }),
    ...(at && { at }),
    status: statusOf(tpdu.statusCode),
    statusCode: tpdu.statusCode,
  };
}
