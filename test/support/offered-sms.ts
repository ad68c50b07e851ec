import { offeredSms } from '../../local/demo/offered-sms.ts';

export const OFFERED_SMS = offeredSms('West', 'emp_01JD0000000000000000000001');

/** A text as a message of such an agency has it. */
export const asSent = (text: string, senderName = 'West') => `${text}\n${senderName}`;
