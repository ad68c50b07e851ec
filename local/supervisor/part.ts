/** One process of the stack. */
export interface Part {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** whether it answers; asked again and again while it starts. `startedAt`: of its process, in epoch milliseconds */
  readonly isReady: (startedAt: number) => Promise<boolean>;
  /** parts that must be ready before this one is started for the first time */
  readonly needs: readonly string[];
}
