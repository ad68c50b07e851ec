/** What can be wrong with a box, from the box outwards. `paused` is no fault, but tells why nothing goes out. */
export const BOX_PROBLEMS = [
  'not-joined',
  'silent',
  'no-health',
  'quarantined',
  'disk-low',
  'clock-off',
  'certificate-ends-soon',
  'modem-out-of-reach',
  'modem-given-up',
  'sim-not-ready',
  'no-network',
  'paused',
] as const;
export type BoxProblem = (typeof BOX_PROBLEMS)[number];
