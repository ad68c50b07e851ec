/** A process may end, or the power may go, just before an act or just after it. */
export type Moment = 'before' | 'after';

/**
 * Told of each act at the disk, at the modem's line and in the link to the cloud. One write may stand for several acts, as
 * records that wait at the same time share it. False once nothing may go on any more.
 */
export interface Steps {
  pass(moment: Moment, acts: readonly string[]): boolean;
}

/** Never resolves once nothing may go on. */
export async function step<T>(steps: Steps, acts: readonly string[], act: () => Promise<T>): Promise<T> {
  if (!steps.pass('before', acts)) await never();
  const result = await act();
  if (!steps.pass('after', acts)) await never();
  return result;
}

export function never(): Promise<never> {
  return new Promise(() => {});
}
