import * as z from 'zod';
import { answerProblem, connectionProblem } from './join-problem.ts';

/** Milliseconds: longer than the cloud's function may take. */
const PATIENCE_MS = 30_000;

const joined = z.object({
  thing: z.string(),
  certificate: z.string(),
  authority: z.string(),
  host: z.string(),
  port: z.number(),
  at: z.iso.datetime(),
});
export type Joined = z.infer<typeof joined>;

const problem = z.object({
  code: z.string(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});

/** Posts the request with the join code. Rejects with what is wrong and what to do. Asking again with the same key is safe. */
export async function askToJoin(url: string, code: string, csr: string): Promise<Joined> {
  const response = await fetch(`${url}/v1/box-joins`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, csr }),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((error: unknown) => {
    throw connectionProblem(url, error);
  });
  const body = await response.json().catch(() => undefined);
  const answer = joined.safeParse(body);
  if (response.ok && answer.success) return answer.data;
  throw answerProblem(url, response.status, problem.safeParse(body).data, response.headers.get('retry-after'));
}
