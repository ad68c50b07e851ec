import { expect, it } from 'vitest';
import { webhookSignatures } from '../../../functions/adapters/crypto/webhook-signatures.ts';

it('B6 signs as the Standard Webhooks specification’s own example', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const signature = webhookSignatures.sign(
    secret,
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    1_614_265_330,
    '{"test": 2432232314}',
  );
  expect(signature).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

it('makes secrets of 256 bits, each another one', () => {
  const [one, other] = [webhookSignatures.makeSecret(), webhookSignatures.makeSecret()];
  expect(Buffer.from(one.slice('whsec_'.length), 'base64')).toHaveLength(32);
  expect(one).not.toBe(other);
});
