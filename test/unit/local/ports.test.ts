import { expect, it } from 'vitest';
import { DEFAULT_PORTS } from '../../../local/ports.ts';

it('gives each part of the local stack a port of its own', () => {
  const ports = Object.values(DEFAULT_PORTS);
  expect(ports.filter((port, place) => ports.indexOf(port) !== place)).toEqual([]);
});
