/** What closes an SMS besides the text that somebody wrote; each that is there on lines of its own. */
export interface Closing {
  /** of the employee or the agency, on routes that know one */
  readonly signature?: string | undefined;
  /** the sender's name, where it shows as a line */
  readonly senderLine?: string | undefined;
  /** of marketing: how to end it */
  readonly optOut?: string | undefined;
  /** variable 1402 */
  readonly fixedText?: string | undefined;
}

/**
 * The one way from a text to what is sent: the text, the signature, the name of the sender, how marketing ends, the fixed text, in
 * this order. The counter, the charge, the preview and the message itself come from it.
 */
export function composedText(text: string, { signature, senderLine, optOut, fixedText }: Closing): string {
  return [text, signature, senderLine, optOut, fixedText]
    .filter((part) => part !== undefined && part !== '')
    .join('\n')
    .replaceAll('\r\n', '\n');
}
