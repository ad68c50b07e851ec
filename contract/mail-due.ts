/** The state of what somebody is mailed of, while its mail is to be made. */
export const MAIL_DUE = 'mail-due';
