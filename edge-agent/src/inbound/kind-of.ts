import type { InboundKind } from '../../../contract/inbound-kinds.ts';
import type { InboundPart } from '../ports.ts';

/**
 * TP-PID of messages to the equipment and not to its user: type 0, which is to be acknowledged and may be discarded, ANSI-136
 * R-DATA, and the data downloads to phone and SIM card (3GPP TS 23.040 section 9.2.3.9).
 */
const TO_THE_EQUIPMENT: readonly number[] = [0x40, 0x7c, 0x7d, 0x7e, 0x7f];
/** TP-PID "return call": how older networks tell of a call to their mailbox. */
const RETURN_CALL = 0x5f;
/** Groups of TP-DCS that tell whether messages wait in a mailbox, and their bit that says yes (3GPP TS 23.038 section 4). */
const MESSAGE_WAITING: readonly number[] = [0xc, 0xd, 0xe];
const WAITS = 0x08;

/**
 * What a part is to the people in the office; undefined for what is nothing to them: meant for the equipment, or the news that
 * a mailbox is empty again. A text that is to replace an earlier one (TP-PID 41 to 47) is told like any other: what was told
 * before stays in the list. So is one of class 0, which a phone would show at once and keep nowhere.
 */
export function kindOf({ protocol = 0, dataCoding = 0, text, data }: InboundPart): InboundKind | undefined {
  if (TO_THE_EQUIPMENT.includes(protocol)) return undefined;
  if (data) return 'data';
  if (text === undefined) return 'unreadable';
  if (protocol === RETURN_CALL) return 'voicemail';
  if (!MESSAGE_WAITING.includes(dataCoding >> 4)) return 'text';
  return dataCoding & WAITS || text !== '' ? 'voicemail' : undefined;
}
