/** A moment in ISO 8601 as 8 letters: 16 bytes less each time. What is written otherwise than Date does stays as it is. */
export function shortMoment(at: string): string {
  const moment = Date.parse(at);
  return Number.isNaN(moment) || new Date(moment).toISOString() !== at ? at : moment.toString(36);
}

/** ISO 8601 of a moment that was kept either way. */
export const longMoment = (kept: string) =>
  /^[0-9a-z]{8}$/.test(kept) ? new Date(Number.parseInt(kept, 36)).toISOString() : kept;
