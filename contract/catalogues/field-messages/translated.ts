/** What a message says in the other languages; in English it says itself. Values stand in braces. */
export interface Translated {
  readonly nl: string;
  readonly de: string;
  readonly pl: string;
}
