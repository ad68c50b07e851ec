import type { Recovery } from './recovery.ts';

/**
 * A phone may drop a page while its reader looks for the code in another app, so that what was asked for is kept in the tab. It
 * opens nothing without the code.
 */
const KEPT_AS = 'heraut-recovery';

export function keptRecovery(): Recovery | undefined {
  const kept = sessionStorage.getItem(KEPT_AS);
  return kept === null ? undefined : (JSON.parse(kept) as Recovery);
}

export function keepRecovery(recovery: Recovery | undefined): void {
  if (recovery) sessionStorage.setItem(KEPT_AS, JSON.stringify(recovery));
  else sessionStorage.removeItem(KEPT_AS);
}
