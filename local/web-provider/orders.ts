import * as z from 'zod';

const milliseconds = z.number().int().min(0).max(120_000);

/** How the next requests to send are answered, one after the other; after them as the provider does. */
const order = z.strictObject({
  /** the provider's own code, in place of what it would answer: the message is not taken */
  status: z.union([z.number().int(), z.string()]).optional(),
  /** an HTTP status without a body: the message is not taken */
  http: z.number().int().min(400).max(599).optional(),
  /** the message is taken, and the connection cut instead of the answer */
  dropAnswer: z.literal(true).optional(),
  /** the connection is cut before the message is taken */
  dropRequest: z.literal(true).optional(),
  delayMs: milliseconds.optional(),
  /** for so many requests */
  times: z.number().int().min(1).max(10_000).default(1),
});

/** What POST /control takes: what is not named stays. */
export const control = z.strictObject({
  next: z.array(order).optional(),
  /** the statuses that are told of each message that is taken, in this order; none: nothing is told by itself */
  reports: z.array(z.string()).optional(),
  /** each report is told so often */
  reportTimes: z.number().int().min(1).max(5).optional(),
  /** reports leave out what the provider may leave out */
  bareReports: z.boolean().optional(),
  /** what is left on the account */
  balance: z.number().optional(),
});
export type Control = z.input<typeof control>;
export type Order = z.output<typeof order>;

/** Reports or a message that the provider tells now. */
export const told = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('reports'),
    /** in this order; those of one `batch` go in one call, where the provider does that */
    reports: z.array(z.strictObject({ id: z.string(), status: z.string() })).min(1),
    times: z.number().int().min(1).max(5).default(1),
  }),
  z.strictObject({
    type: z.literal('message'),
    /** the address that somebody entered in the account there */
    url: z.url(),
    from: z.string(),
    to: z.string(),
    text: z.string(),
    id: z.string(),
    times: z.number().int().min(1).max(5).default(1),
  }),
]);
export type Told = z.output<typeof told>;
export type ToldInput = z.input<typeof told>;

export class Orders {
  #next: Order[] = [];
  #settings = { reports: [] as readonly string[], reportTimes: 1, bareReports: false, balance: 100 };

  constructor(reports: readonly string[]) {
    this.#settings.reports = reports;
  }

  get settings() {
    return this.#settings;
  }

  change({ next, ...settings }: z.output<typeof control>): void {
    if (next) this.#next = next;
    const given = Object.entries(settings).filter(([, value]) => value !== undefined);
    this.#settings = { ...this.#settings, ...Object.fromEntries(given) };
  }

  /** What is ordered for the next request to send. */
  take(): Order | undefined {
    const [first, ...rest] = this.#next;
    if (!first) return undefined;
    this.#next = first.times > 1 ? [{ ...first, times: first.times - 1 }, ...rest] : rest;
    return first;
  }

  pay(points: number): void {
    this.#settings = { ...this.#settings, balance: this.#settings.balance - points };
  }
}
