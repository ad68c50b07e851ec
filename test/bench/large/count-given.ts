/** A number that the environment may give in place of the usual one. @throws Error for what is no whole number above 0 */
export function countGiven(name: string, usual: number): number {
  const count = Number(process.env[name] ?? usual);
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`${name}: give a whole number above 0`);
  return count;
}
