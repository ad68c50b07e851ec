/** The numbers by which SMSAPI tells its statuses. */
export const STATUS_NUMBERS: Readonly<Record<string, number>> = {
  NOT_FOUND: 401,
  EXPIRED: 402,
  SENT: 403,
  DELIVERED: 404,
  UNDELIVERED: 405,
  FAILED: 406,
  REJECTED: 407,
  UNKNOWN: 408,
  QUEUE: 409,
  ACCEPTED: 410,
  RENEWAL: 411,
  STOP: 412,
};

export interface Report {
  readonly id: string;
  readonly status: string;
  readonly idx: string;
  readonly to: string;
  readonly from: string;
  readonly points: string;
  /** Unix time */
  readonly sentAt: number;
  readonly doneAt: number;
}

/** The query of one callback: the values of several reports are lists in parallel, separated by commas. */
export function reportQuery(reports: readonly Report[], isBare: boolean): URLSearchParams {
  const list = (value: (report: Report) => string | number) => reports.map(value).join(',');
  return new URLSearchParams({
    MsgId: list(({ id }) => id),
    status: list(({ status }) => STATUS_NUMBERS[status] ?? status),
    idx: list(({ idx }) => idx),
    donedate: list(({ doneAt }) => doneAt),
    ...(!isBare && {
      status_name: list(({ status }) => status),
      sent_at: list(({ sentAt }) => sentAt),
      points: list(({ points }) => points),
      from: list(({ from }) => from),
      to: list(({ to }) => to),
      username: 'demo',
    }),
  });
}
