import { focusManager } from '@tanstack/react-query';

/**
 * Milliseconds without a hand at keys, mouse or screen after which open pages no longer look for news by themselves. Each look would keep the session
 * open, which is to end when nobody uses it (A16).
 */
const ATTENDED_FOR = 10 * 60_000;
const BY_HAND = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Has pages look for news only while somebody is there; with the next sign of that they look at once. */
export function lookWhileAttended(): void {
  let left: number | undefined;
  const attended = () => {
    window.clearTimeout(left);
    left = window.setTimeout(() => focusManager.setFocused(false), ATTENDED_FOR);
    focusManager.setFocused(undefined);
  };
  for (const sign of BY_HAND) window.addEventListener(sign, attended, { capture: true, passive: true });
  attended();
}
