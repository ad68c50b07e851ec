/** The accounts that the stand-ins of the web providers know: they open nothing but these, and send under no other name than these have. */
const senders = ['De Brug', 'RheinZeit'] as const;
export const DEMO_WEBSMS = { token: 'local-websms-token', username: 'demo', password: 'demo-websms-password', senders };
export const DEMO_SMSAPI = { token: 'local-smsapi-token', senders };
