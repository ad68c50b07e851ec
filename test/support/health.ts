import type { Health, ModemHealth } from '../../contract/edge.ts';
import type { Box } from '../../functions/domain/messaging/model.ts';

/** Of a modem that can send. */
export function modemHealth(given: Partial<ModemHealth> = {}): ModemHealth {
  return {
    name: 'modem',
    state: 'ready',
    sim: 'ready',
    paused: false,
    registration: 1,
    signal: -71,
    operator: 'KPN',
    sentLastMinute: 0,
    sentToday: 0,
    ...given,
  };
}

/** As a box tells it when all is well. */
export function healthOf(
  { journalId = '', epoch }: Pick<Box, 'journalId' | 'epoch'>,
  given: Partial<Health> = {},
): Health {
  return {
    type: 'health',
    journalId,
    epoch,
    at: '2026-11-21T10:00:00.000Z',
    agentVersion: '1.0.0',
    nodeVersion: '24.0.0',
    uptimeSeconds: 60,
    modems: [modemHealth()],
    queue: { open: 0, unacknowledged: 0 },
    disk: { free: 8_000_000_000, journal: 4_000 },
    clockSkewMs: 3,
    certificateEndsAt: '2027-11-21T10:00:00.000Z',
    ...given,
  };
}
