/** Days for which the network keeps trying to deliver a part, and after which no report on it comes any more. */
export const VALIDITY_DAYS = 3;

/** TP-VP in its relative form: 166 + days, for 2 to 30 days (3GPP TS 23.040 section 9.2.3.12.1). */
export const VALIDITY_PERIOD = 166 + VALIDITY_DAYS;
