import * as z from 'zod/mini';
import { topics } from './names.ts';

/**
 * The IoT rule that puts uplinks on the queue `edge-events`: with the client's id as the broker knows it, never by the payload's
 * word, and when the broker had it (epoch ms). The payload is encoded whole: what is not JSON must come through too.
 */
export const RULE_SQL = `SELECT clientid() AS thing, timestamp() AS heardAt, encode(*, 'base64') AS payload FROM '${topics.allUp}'`;
export const ruleMessage = z.object({ thing: z.string(), heardAt: z.int(), payload: z.base64() });
