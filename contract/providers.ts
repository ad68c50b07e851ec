/** Web providers of SMS that an agency may have an account with. */
export const PROVIDERS = ['websms', 'smsapi'] as const;
export type ProviderName = (typeof PROVIDERS)[number];

/** The ways by which a message can leave: a modem's SIM card, or a web provider. */
export const SENDING_ROUTES = ['modem', ...PROVIDERS] as const;
export type SendingRoute = (typeof SENDING_ROUTES)[number];

export const isProvider = (route: SendingRoute): route is ProviderName => route !== 'modem';

/** Messages a second that an account is given, unless it says otherwise, and at most. */
export const USUAL_RATE = 10;
export const HIGHEST_RATE = 100;
