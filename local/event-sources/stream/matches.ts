import type { FilterPattern, FilterRule } from '../../../contract/followed.ts';

/**
 * Whether a record fits a pattern of Lambda's filter language: each named field is there and is, or begins with, one of the list.
 * Source: AWS Lambda Developer Guide, "Filter rule syntax"; of its rules only those that are used.
 */
export function matches(pattern: FilterPattern | FilterRule, value: unknown): boolean {
  if (isRule(pattern)) return typeof value === 'string' && pattern.some((one) => fits(one, value));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(pattern).every(([name, inner]) => matches(inner, (value as Record<string, unknown>)[name]));
}

const isRule = (pattern: FilterPattern | FilterRule): pattern is FilterRule => Array.isArray(pattern);

function fits(rule: FilterRule[number], value: string): boolean {
  return typeof rule === 'string' ? value === rule : value.startsWith(rule.prefix);
}
