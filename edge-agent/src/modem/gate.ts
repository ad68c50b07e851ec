/** Lets those who wait through while it is open. */
export interface Gate {
  readonly isOpen: boolean;
  set(open: boolean): void;
  wait(): Promise<void>;
  /** All who wait, and all who come later, are turned away. */
  fail(error: Error): void;
}

export function createGate(): Gate {
  let open = false;
  let failure: Error | undefined;
  let waiting = Promise.withResolvers<void>();
  return {
    get isOpen() {
      return open;
    },
    set(next) {
      if (next === open || failure) return;
      open = next;
      if (open) waiting.resolve();
      else waiting = Promise.withResolvers();
    },
    wait: () => (failure ? Promise.reject(failure) : waiting.promise),
    fail(error) {
      open = false;
      failure = error;
      // Nobody needs to be waiting.
      waiting.promise.catch(() => {});
      waiting.reject(error);
    },
  };
}
