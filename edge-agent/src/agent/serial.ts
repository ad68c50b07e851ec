/** Runs one act after the other, in the order of the calls; a failed one does not stop the next. */
export function createSerial(): <T>(act: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const result = last.then(act);
    last = result.catch(() => undefined); // the caller has the error
    return result;
  };
}
