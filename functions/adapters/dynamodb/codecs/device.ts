import * as z from 'zod/mini';
import type { Device } from '../../../domain/access/devices/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const deviceItem = z.object({
  ...kind('device'),
  tenantId: z.string(),
  personId: z.string(),
  deviceId: z.string(),
  secretHash: z.string(),
  label: z.optional(z.string()),
  knownSince: z.string(),
  lastUsedAt: z.string(),
  expiresAt: z.string(),
  epoch: z.number(),
  tries: z.number(),
});

export function deviceOf(item: Item): Device {
  const { label, ...device } = bare(z.parse(deviceItem, item));
  return { ...device, ...(label !== undefined && { label }) };
}
