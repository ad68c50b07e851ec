import { describe, expect, expectTypeOf, it } from 'vitest';
import { createClient, ProblemError } from '../../contract/client.ts';
import type { Problem } from '../../contract/problem.ts';

function setUp(response: Response) {
  const requests: Request[] = [];
  const client = createClient({
    baseUrl: 'https://api.example',
    headers: { authorization: 'Bearer ht_x' },
    fetch: async (url, init) => {
      requests.push(new Request(url, init));
      return response.clone();
    },
  });
  return { client, requests };
}
const sent = { body: { to: '+31612345678', text: 'Żółć' }, idempotencyKey: 'k1' };

describe('the typed client', () => {
  it('sends a body with its key, and gives the answer', async () => {
    const { client, requests } = setUp(Response.json({ id: 'msg_1' }, { status: 202 }));
    const answer = await client.sendMessage(sent);
    expect(answer).toEqual({ id: 'msg_1' });
    expectTypeOf(answer.state).toEqualTypeOf<'accepted' | 'scheduled'>();
    const [request] = requests;
    expect(request).toMatchObject({ method: 'POST', url: 'https://api.example/v1/messages' });
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({
      authorization: 'Bearer ht_x',
      'content-type': 'application/json',
      'idempotency-key': 'k1',
    });
    expect(await request?.json()).toEqual(sent.body);
  });

  it('puts ids into the path and the rest into the query', async () => {
    const { client, requests } = setUp(Response.json({ items: [] }));
    await client.getMessage({ params: { messageId: 'a/b?c' } });
    await client.listMessages({ query: { limit: 5, cursor: 'x y' } });
    expect(requests.map(({ url }) => url)).toEqual([
      'https://api.example/v1/messages/a%2Fb%3Fc',
      'https://api.example/v1/messages?limit=5&cursor=x+y',
    ]);
  });

  it('has an undefined answer where there is no body', async () => {
    const { client } = setUp(new Response(null, { status: 204 }));
    expect(await client.logOut()).toBeUndefined();
  });

  it('throws the problem that the API names, and when to come back', async () => {
    const problem: Problem = {
      type: '/docs#error-temporarily-unavailable',
      title: 'Out of reach',
      status: 503,
      detail: 'Try again.',
      code: 'temporarily-unavailable',
      requestId: 'r',
    };
    const headers = { 'content-type': 'application/problem+json', 'retry-after': '5' };
    const { client } = setUp(new Response(JSON.stringify(problem), { status: 503, headers }));
    const error = await client.sendMessage(sent).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ message: 'Out of reach. Try again.', status: 503, problem, retryAfterSeconds: 5 });
  });

  it("throws the gateway's own error with its status alone", async () => {
    const { client } = setUp(Response.json({ message: 'Too Many Requests' }, { status: 429 }));
    await expect(client.getCredits()).rejects.toMatchObject({
      status: 429,
      problem: undefined,
      retryAfterSeconds: undefined,
    });
  });

  it('asks for what a route needs', () => {
    const { client } = setUp(Response.json({}));
    // @ts-expect-error a message needs its key
    expectTypeOf(client.sendMessage).toBeCallableWith({ body: sent.body });
    // @ts-expect-error and its recipient
    expectTypeOf(client.sendMessage).toBeCallableWith({ body: { text: 'Goedemorgen' }, idempotencyKey: 'k1' });
    // @ts-expect-error a message is found by its id
    expectTypeOf(client.getMessage).toBeCallableWith();
    expectTypeOf(client.getCredits).toBeCallableWith();
  });
});
