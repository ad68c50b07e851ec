/**
 * The fields that may be logged. Everything else is dropped, so that no number, text, address, name, token or password
 * ever reaches a log, whatever object is passed.
 */
const FIELDS = [
  'requestId',
  'route',
  'status',
  'code',
  'durationMs',
  'tenantId',
  'principalId',
  'messageId',
  'boxId',
  'modem',
  'provider',
  'attemptId',
  'eventType',
  'count',
  'errorName',
  'errorFrames',
  'causeName',
] as const;
export type LogField = (typeof FIELDS)[number];
export type LogFields = Partial<Record<LogField, string | number | boolean | undefined>>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** One JSON line for each event, as CloudWatch Logs Insights reads it. */
export function createLog(write: (line: string) => void, now: () => Date): Log {
  const line = (level: string, event: string, fields: LogFields = {}) => {
    const allowed = Object.fromEntries(FIELDS.map((field) => [field, fields[field]]));
    write(JSON.stringify({ level, at: now().toISOString(), event, ...allowed }));
  };
  return {
    info: (event, fields) => line('info', event, fields),
    error: (event, fields) => line('error', event, fields),
  };
}

/**
 * What may be logged of an error: its name and where it was thrown. Its message may quote what a person typed, so it
 * never is.
 */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((frame) => /^\s+at /.test(frame));
  return {
    errorName: error.name,
    errorFrames: frames
      .slice(0, 8)
      .map((frame) => frame.trim())
      .join(' | '),
    causeName: error.cause instanceof Error ? error.cause.name : undefined,
  };
}
