/** What the driver needs of a log. It never passes a number, a text or a PIN. */
export interface ModemLog {
  info(event: string, fields?: Readonly<Record<string, string | number>>): void;
  error(event: string, fields?: Readonly<Record<string, string | number>>): void;
}
