import { AT_LEAST_ONCE_WARNING } from '../../contract/catalogues/at-least-once.ts';
import type { Language } from '../../contract/catalogues/index.ts';
import type { Delivery } from '../../contract/message-delivery.ts';

/** Says to whoever saves a template what it may lead to that its messages come at least once. */
export function warned<A extends { readonly body: { readonly delivery: Delivery } }>(
  answer: A,
  { language }: { readonly language: Language },
): A & { readonly body: { readonly warning?: string } } {
  if (answer.body.delivery === 'at-most-once') return answer;
  return { ...answer, body: { ...answer.body, warning: AT_LEAST_ONCE_WARNING[language] } };
}
