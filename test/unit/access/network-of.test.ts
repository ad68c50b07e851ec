import { expect, it } from 'vitest';
import { networkOf } from '../../../functions/domain/limits/network-of.ts';

it.each([
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:0DB8:0:0:ffff::2', '2001:db8:0:0'],
  ['2001:db8:0:1::1', '2001:db8:0:1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['::1', '0:0:0:0'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['192.0.2.7', '192.0.2.7'],
])('A15 counts %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
