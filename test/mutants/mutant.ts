/** One deliberate fault in the source, and the tests that have to turn red by it. */
export interface Mutant {
  /** what is taken out */
  readonly name: string;
  readonly file: string;
  /** found exactly once, so that a change of the source makes itself heard */
  readonly from: string;
  readonly to: string;
  readonly project: 'unit' | 'edge' | 'crash';
  readonly tests: readonly string[];
  /** in their titles; all of them if absent */
  readonly title?: string;
}
