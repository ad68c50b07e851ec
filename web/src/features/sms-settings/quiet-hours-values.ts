import type { QuietHoursSetting, QuietWindow } from '../../../../contract/quiet-hours.ts';
import { WEEKDAYS } from '../../../../contract/weekdays.ts';

/** Quiet hours as they are typed: switched off, they keep what was typed. */
export interface QuietValues extends Record<string, unknown> {
  readonly on: boolean;
  readonly windows: QuietWindow[];
  readonly timeZone: string;
  readonly priorities: QuietHoursSetting['priorities'];
  readonly categories: QuietHoursSetting['categories'];
}

/** What is offered first: the nights. */
export const NIGHT: QuietWindow = { from: '21:00', until: '07:00', days: [...WEEKDAYS] };

export function quietValuesOf(setting: QuietHoursSetting | undefined): QuietValues {
  const { windows, timeZone = '', priorities, categories } = setting ?? USUAL;
  return { on: setting !== undefined, windows, timeZone, priorities, categories };
}
const USUAL: QuietHoursSetting = {
  windows: [NIGHT],
  priorities: ['normal', 'low'],
  categories: ['operational', 'marketing'],
};

export function quietSettingOf({ on, timeZone, ...rest }: QuietValues): QuietHoursSetting | undefined {
  return on ? { ...(rest as Omit<QuietHoursSetting, 'timeZone'>), ...(timeZone && { timeZone }) } : undefined;
}

/** What a refusal calls a field, and the other way round. */
export const pathOf = (field: string) => `quietHours.${field.replace(/\.(\d+)/g, '[$1]')}`;
export const fieldOf = (path: string) => path.replace('quietHours.', '').replace(/\[(\d+)\]/g, '.$1');
