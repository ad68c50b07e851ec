/** A line of a table: the first column to the left, figures to the right. */
export function printRow([first = '', ...cells]: readonly string[], width = 14): void {
  console.log(first.padEnd(34) + cells.map((cell) => ` ${cell}`.padStart(width)).join(''));
}

export const inWords = (count: number) => count.toLocaleString('en');
export const inMegabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
export const secondsSince = (begun: number) => `${((performance.now() - begun) / 1000).toFixed(0)} s`;
