/** The only error that encoding and decoding throw. Its message never holds a number or a text. */
export class PduError extends Error {
  override readonly name = 'PduError';
}
