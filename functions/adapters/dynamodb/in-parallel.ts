/** Calls of the table that run at the same time: more make none of them faster. */
const AT_ONCE = 16;

/** The answers in the order of what was asked. */
export async function inParallel<T, R>(things: readonly T[], act: (thing: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  const open = [...things.entries()];
  const worker = async () => {
    for (let next = open.shift(); next; next = open.shift()) answers[next[0]] = await act(next[1]);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, things.length) }, worker));
  return answers;
}
