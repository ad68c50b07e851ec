/** To more recipients than these, their number is typed before it is sent. */
export const UNTYPED_AT_MOST = 100;

/** Whether this number was typed, with or without what people put between thousands. */
export const isThisCount = (typed: string, count: number): boolean => typed.replace(/[\s.,’']/g, '') === String(count);
