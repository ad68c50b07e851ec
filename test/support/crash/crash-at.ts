import { randomUUID } from 'node:crypto';
import type { CrashStack } from './crash-stack.ts';
import type { KillPoint } from './kill-points.ts';
import { hasEnded } from './verdict.ts';

export interface Wanted {
  readonly text: string;
  /** a number that no message went to so far, each time */
  readonly nextNumber: () => string;
}

/**
 * Sends messages until one runs into the trap. Resolves when the process is up again, with the ids, that one's last.
 * Mostly it is the first; only when ingest was at work on the box just then, the message goes past the dispatcher.
 */
export async function crashAt(
  stack: CrashStack,
  point: KillPoint,
  { text, nextNumber }: Wanted,
): Promise<[...string[], string]> {
  const trap = await point.arm(stack);
  let sprung = false;
  const recovered = trap.sprung.then(() => {
    sprung = true;
    return trap.recover();
  });
  const ids: string[] = [];
  for (;;) {
    const { id } = await stack.agency.sendUntilAccepted({ to: nextNumber(), text, key: randomUUID() });
    await Promise.race([trap.sprung, hasEnded(stack, id)]);
    if (sprung) {
      await recovered;
      return [...ids, id];
    }
    ids.push(id);
  }
}
