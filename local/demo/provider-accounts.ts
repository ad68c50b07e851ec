/** The accounts that the stand-ins of the web providers know: they open nothing but these. */
export const DEMO_WEBSMS = { token: 'local-websms-token', username: 'demo', password: 'demo-websms-password' };
export const DEMO_SMSAPI = { token: 'local-smsapi-token' };
