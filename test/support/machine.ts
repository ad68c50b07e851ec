import { cpus, totalmem } from 'node:os';

/** On what a figure was measured: `2026-11-21, 2 × AMD EPYC, 24 GiB, Node v24.21.0`. */
export function machine(): string {
  const [cpu] = cpus();
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model}, ${gibibytes} GiB, Node ${process.version}`;
}
