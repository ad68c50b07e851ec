/**
 * What came to a SIM card. `text`: a person or a system wrote it. `voicemail`: the network tells of its mailbox, with or
 * without a text. `data`: meant for a program, such as a business card or settings. `unreadable`: no message by the standard.
 */
export const INBOUND_KINDS = ['text', 'voicemail', 'data', 'unreadable'] as const;
export type InboundKind = (typeof INBOUND_KINDS)[number];
