import { useRef } from 'react';

/**
 * The key of a request that must not count twice: the same one for as long as the same thing is asked for and no answer has come,
 * however often the button is pressed.
 */
export function useOnceKey() {
  const last = useRef<{ readonly asked: string; readonly key: string }>(undefined);
  return {
    keyFor(body: object): string {
      const asked = JSON.stringify(body);
      if (last.current?.asked !== asked) last.current = { asked, key: crypto.randomUUID() };
      return last.current.key;
    },
    /** It was answered: asking for the same once more is a new wish. */
    answered(): void {
      last.current = undefined;
    },
  };
}
