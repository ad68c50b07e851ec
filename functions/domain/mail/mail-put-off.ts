/** The mail service takes no mail for now, or can't be reached: it is certain that this one was not sent, and it may be sent later. */
export class MailPutOff extends Error {
  override readonly name = 'MailPutOff';
}
