import type { Route } from '../../../contract/route.ts';
import { check } from '../../../functions/http/plain-words.ts';

const ANOTHER: Readonly<Record<string, object>> = {
  '/v1/message-exports': { state: 'delivered' },
  '/v1/message-copies': { messageIds: ['msg_01JD0000000000000000000000'] },
  '/v1/boxes/{boxId}/commands': { kind: 'resume' },
};
/** One that the route takes as well, with another value in one place. */
export function anotherBody(route: Route, body: Record<string, unknown>): Record<string, unknown> {
  const another = ANOTHER[route.path];
  if (another) return { ...body, ...another };
  const others = (value: unknown): unknown[] => {
    if (typeof value === 'string')
      return [
        `${value}x`,
        `x${value}`,
        value.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)),
        value.replace(/2026-11-22/, '2026-11-23'),
      ];
    if (typeof value === 'number') return [value + 1];
    return Array.isArray(value) ? [[...value, 'message.failed'], value.flatMap(others)] : [];
  };
  for (const [field, value] of Object.entries(body).reverse())
    for (const other of others(value)) {
      const changed = { ...body, [field]: other };
      if (JSON.stringify(changed) !== JSON.stringify(body) && route.body && 'value' in check(route.body, changed))
        return changed;
    }
  throw new Error(`tell this test another body of ${route.path}`);
}
