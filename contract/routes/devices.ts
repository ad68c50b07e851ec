import * as z from 'zod/mini';
import { instant, moment } from '../fields.ts';
import type { Route } from '../route.ts';

export const deviceId = z
  .string()
  .check(z.regex(/^dev_[0-9A-HJKMNP-TV-Z]{26}$/, 'The id of a device begins with dev_'))
  .register(z.globalRegistry, { description: 'Id of a device' });

export const deviceRoutes = {
  listDevices: {
    method: 'GET',
    path: '/v1/devices',
    function: 'api-access',
    summary:
      'My devices: browsers in which I have logged in. Wrong passwords from elsewhere lock me out of none of them',
    access: 'login',
    answer: {
      status: 200,
      schema: z.object({
        items: z.array(
          z.object({
            id: deviceId,
            label: z.optional(
              z.string().register(z.globalRegistry, { description: 'What it calls itself: `Firefox, Android`' }),
            ),
            knownSince: instant,
            lastUsedAt: moment('Its last login'),
            expiresAt: moment('Forgotten then, if nobody logs in with it before'),
            current: z.boolean().register(z.globalRegistry, { description: 'The one of this request' }),
          }),
        ),
      }),
    },
    errors: [],
  },
  removeDevice: {
    method: 'DELETE',
    path: '/v1/devices/{deviceId}',
    function: 'api-access',
    summary: 'Forget one of my devices; its sessions stay',
    access: 'login',
    params: z.object({ deviceId }),
    answer: { status: 204 },
    errors: ['not-found'],
  },
} as const satisfies Record<string, Route>;
