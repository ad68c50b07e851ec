/** An IoT message has 128 kB; the rest is for what is around the answer. In bytes of its JSON, where quotes count twice. */
export const ANSWER_BYTES = 100_000;

/** As many of the newest lines as an answer holds, oldest first. */
export function fitLines(lines: readonly string[]): string {
  let bytes = 0;
  const first = lines.findLastIndex((line) => {
    bytes += Buffer.byteLength(JSON.stringify(`${line}\n`));
    return bytes > ANSWER_BYTES;
  });
  return lines.slice(first + 1).join('\n');
}
