/** For the table's TTL, which removes an item some time after this. */
export const epochSeconds = (instant: string | Date) => Math.ceil(new Date(instant).getTime() / 1000);
