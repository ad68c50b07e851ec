import { describe, expect, it } from 'vitest';
import { failuresIn } from '../../../local/event-sources/poll.ts';
import { invoke } from '../../../local/lambda/invocation.ts';

const messages = [{ MessageId: 'a' }, { MessageId: 'b' }];

describe('the answer to a batch, as Lambda reads it', () => {
  it.each([
    ['no answer', null],
    ['no list', {}],
    ['an empty list', { batchItemFailures: [] }],
  ])('takes %s for a success', (_, answer) => {
    expect(failuresIn(answer, messages)).toEqual(new Set());
  });

  it('keeps only what is named', () => {
    expect(failuresIn({ batchItemFailures: [{ itemIdentifier: 'b' }] }, messages)).toEqual(new Set(['b']));
  });

  it.each(['', 'c'])('takes the whole batch for failed when an id is unknown: "%s"', (itemIdentifier) => {
    expect(failuresIn({ batchItemFailures: [{ itemIdentifier }] }, messages)).toEqual(new Set(['a', 'b']));
  });
});

describe('an invocation', () => {
  const settings = { name: 'dispatcher', region: 'eu-central-1', timeoutSeconds: 5 };

  it('gives what the handler returns, and null for nothing', async () => {
    expect(await invoke(async (event) => ({ event }), 1, settings)).toEqual({ payload: '{"event":1}' });
    expect(await invoke(async () => undefined, 1, settings)).toEqual({ payload: 'null' });
  });

  it("gives an error in Lambda's shape", async () => {
    const { payload, functionError } = await invoke(() => Promise.reject(new TypeError('no')), 1, settings);
    expect(functionError).toBe('Unhandled');
    expect(JSON.parse(payload)).toMatchObject({ errorType: 'TypeError', errorMessage: 'no' });
  });

  it('ends when the time is over, which the handler can see coming', async () => {
    const never = new Promise<never>(() => {});
    let left = 0;
    const handler = (_: unknown, context: { getRemainingTimeInMillis(): number }) => {
      left = context.getRemainingTimeInMillis();
      return never;
    };
    const { payload } = await invoke(handler, 1, { ...settings, timeoutSeconds: 0.05 });
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(50);
    expect(JSON.parse(payload)).toMatchObject({ errorType: 'Sandbox.Timedout' });
  });
});
