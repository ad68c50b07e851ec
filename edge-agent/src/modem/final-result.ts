/** Why a modem refuses: +CMS ERROR (3GPP TS 27.005 section 3.2.5), +CME ERROR (TS 27.007 section 9.2), or a bare ERROR. */
export interface ModemError {
  readonly source: 'CMS' | 'CME' | 'none';
  /** undefined when it is no number */
  readonly code?: number;
}
export type FinalResult = 'OK' | ModemError;

/** The final result code in a line; undefined when it is another line. */
export function finalResult(line: string): FinalResult | undefined {
  if (line === 'OK') return 'OK';
  if (line === 'ERROR') return { source: 'none' };
  const [, source, code = ''] = /^\+(CMS|CME) ERROR:\s*(.*)$/.exec(line) ?? [];
  if (source !== 'CMS' && source !== 'CME') return undefined;
  return /^\d+$/.test(code) ? { source, code: Number(code) } : { source };
}

export function errorText({ source, code }: ModemError): string {
  return source === 'none' ? 'ERROR' : `+${source} ERROR: ${code ?? 'without a number'}`;
}
