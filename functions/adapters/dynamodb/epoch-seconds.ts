/** For the table's TTL, which removes an item some time after this. */
export const epochSeconds = (instant: string) => Math.ceil(Date.parse(instant) / 1000);
