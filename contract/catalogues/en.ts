import type { ErrorCatalogue } from './index.ts';

export const en: ErrorCatalogue = {
  'invalid-request': { title: 'The request is not valid', action: 'Correct the fields listed under errors.' },
  'invalid-json': { title: 'The body is not JSON', action: 'Send a JSON object with content-type application/json.' },
  'idempotency-key-missing': {
    title: 'The Idempotency-Key header is missing',
    action: 'Send a key of your own (1 to 128 visible characters) that stays the same when you repeat this request.',
  },
  'idempotency-key-invalid': {
    title: 'The Idempotency-Key header is not valid',
    action: 'Send 1 to 128 visible ASCII characters, without spaces.',
  },
  'not-logged-in': { title: 'You are not logged in', action: 'Log in, or send a valid API token.' },
  'login-failed': {
    title: 'These login data are not valid',
    action:
      'Check the login name and the password. After three wrong tries it is locked: wait 15 minutes, or ask your agency.',
  },
  'insufficient-credit': { title: 'There are not enough credits', action: 'Ask your operator for more credits.' },
  'not-permitted': {
    title: 'You may not do this',
    action: 'Ask your administrator for the permission listed under errors.',
  },
  'login-data-must-change': {
    title: 'Choose your own login name and password first',
    action: 'Send them to PUT /v1/session/login-data; before that nothing else works.',
  },
  'second-factor-required': { title: 'A second factor is missing', action: 'Give it, or set one up.' },
  'second-factor-failed': {
    title: 'This code is not right',
    action: 'Take the app’s present code, or a recovery code.',
  },
  'passkey-refused': {
    title: 'This passkey was not accepted',
    action:
      'Begin again, within five minutes, with a passkey of this account that asks for your fingerprint, face or PIN.',
  },
  'join-code-refused': {
    title: 'This join code is not valid',
    action: 'It is wrong, was used, or is older than 24 hours: ask for a new one.',
  },
  'confirmation-needed': {
    title: 'Give your password again first',
    action: 'Send it to POST /v1/session/confirmation; then change this within 5 minutes.',
  },
  'confirmation-failed': {
    title: 'This password is not right',
    action: 'Try again; after three wrong ones you are logged out.',
  },
  'code-refused': {
    title: 'This code is not valid',
    action: 'It is wrong, was used, or is older than 10 minutes: ask for a new one.',
  },
  'wrong-origin': { title: 'The request does not come from this site', action: 'Use the web app, or an API token.' },
  'not-found': { title: 'There is no such thing', action: 'Check the address and the id.' },
  'method-not-allowed': {
    title: 'This address does not know that method',
    action: 'See /docs for the methods it knows.',
  },
  'name-taken': { title: 'This name is already in use', action: 'Choose another name.' },
  'box-not-joined': { title: 'This box has not joined yet', action: 'Install or start the box, then ask again.' },
  'sms-service-off': {
    title: 'The SMS service is switched off',
    action: 'Ask your administrator to switch it on in the settings of SMS (variable 1400).',
  },
  'sms-not-offered': {
    title: 'SMS are not offered to staff',
    action: 'Ask your administrator to offer them in the settings of SMS.',
  },
  'sms-role-missing': {
    title: 'SMS are for employees with another role',
    action: 'Ask your administrator for the role that the settings of SMS name.',
  },
  'responsibility-not-accepted': {
    title: 'Nobody has accepted that the agency answers for its SMS',
    action: 'Accept it in the settings of SMS, then offer them.',
  },
  'sender-name-fixed': {
    title: 'The sender name can’t be changed',
    action: 'Leave it out: the agency’s own is shown.',
  },
  'no-mobile-number': {
    title: 'There is no number that an SMS can go to',
    action: 'Record a mobile number there; what is wrong with the others stands under errors.',
  },
  'template-field-empty': {
    title: 'The template names what is not recorded',
    action: 'Record what stands under errors, or take another template.',
  },
  'recipient-opted-out': {
    title: 'The recipient has asked for no more SMS',
    action: 'Write a mail.',
  },
  'marketing-not-agreed': {
    title: 'It is not recorded that the recipient wants advertising by SMS',
    action: 'Record it first: PUT /v1/marketing-consents.',
  },
  'sending-stopped': { title: 'Sending is stopped', action: 'Ask your operator when it starts again.' },
  'message-not-ended': {
    title: 'This message is still on its way',
    action: 'Wait until it is sent or has failed, or cancel it.',
  },
  'message-not-unconfirmed': {
    title: 'There is no doubt about this message',
    action: 'Only an unconfirmed message can be decided on.',
  },
  'message-not-scheduled': {
    title: 'This message is not waiting for its time',
    action: 'See its state: only what is scheduled can be given another time or text.',
  },
  'message-not-cancellable': {
    title: 'This message can no longer be cancelled',
    action: 'See its state: only what has not been given to the modem can be cancelled.',
  },
  'action-not-possible': {
    title: 'This is not possible now',
    action: 'Look at the present status, which is told under errors.',
  },
  'last-administrator': {
    title: 'There has to be an administrator',
    action: 'Make another active employee who has a login an administrator first.',
  },
  'still-in-use': {
    title: 'Something still refers to this',
    action: 'Remove what refers to it first; disable a worker’s portal access.',
  },
  'invitation-not-valid': {
    title: 'This invitation is not valid',
    action: 'It was used, is old, or there is a newer one: ask for another.',
  },
  'changed-meanwhile': {
    title: 'Somebody else changed this meanwhile',
    action: 'Read it again, and make your change to what it is now.',
  },
  'too-many-boxes': { title: 'There are 100 boxes already', action: 'Remove one that is no longer used.' },
  'too-many-passkeys': { title: 'You have 10 passkeys already', action: 'Remove one that you no longer use.' },
  'too-many-webhooks': { title: 'There are 10 webhooks already', action: 'Remove one that is no longer used.' },
  'export-not-done': { title: 'The file is not written yet', action: 'Come back when its state is done.' },
  'webhook-off': { title: 'The webhook is off', action: 'Turn it on first; what it missed can then be sent again.' },
  'body-too-large': { title: 'The body is larger than 256 kB', action: 'Send less in one request.' },
  'unsupported-media-type': {
    title: 'The body has the wrong content-type',
    action: 'Send content-type application/json.',
  },
  'idempotency-key-reused': {
    title: 'This Idempotency-Key was used with another request',
    action: 'Use a new key for a new request.',
  },
  'certificate-request-invalid': {
    title: 'This certificate request is not valid',
    action: 'Correct what is listed under errors, and ask again with the same code.',
  },
  'number-invalid': { title: 'This is not a telephone number', action: 'Give a mobile number, best as +31612345678.' },
  'modem-unknown': { title: 'There is no such modem', action: 'Choose a modem that the box lists.' },
  'number-not-mobile': { title: 'This number cannot receive SMS', action: 'Give a mobile number.' },
  'text-too-long': { title: 'The text is too long', action: 'Shorten it to 10 parts at most.' },
  'provider-account-refused': {
    title: 'The provider refuses this account',
    action: 'See what it said under errors, and check the credentials with the provider.',
  },
  'provider-not-set-up': {
    title: 'No account of this provider is set up',
    action: 'Set it up first: PUT /v1/providers/{provider}.',
  },
  'version-missing': {
    title: 'The header If-Match is missing',
    action: 'Send the version that you have seen, as it stands in ETag.',
  },
  'too-many-tries': { title: 'Too many tries', action: 'Wait for the time in Retry-After, then try again.' },
  'internal-error': {
    title: 'Something went wrong on our side',
    action: 'Try again; if it stays, give us the request id.',
  },
  'temporarily-unavailable': {
    title: 'Part of the service cannot be reached at the moment',
    action: 'Repeat the request with the same Idempotency-Key after the time in Retry-After.',
  },
};
