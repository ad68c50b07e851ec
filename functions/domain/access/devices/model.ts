import { DAY } from '../../shared/clock.ts';
import { type Login, TRIES } from '../model.ts';

/** A device is known this long after its last login. */
export const DEVICE_KNOWN_FOR = 180 * DAY;

/**
 * A browser in which somebody has logged in. It has tries of its own, so that a stranger who uses up those of the login
 * keeps nobody out of the phone in use (A8). It opens nothing: the password still decides.
 */
export interface Device {
  readonly tenantId: string;
  readonly personId: string;
  /** `dev_…`, by which its owner removes it */
  readonly deviceId: string;
  /** SHA-256 of the secret; the secret itself is with the browser alone, and another one after each login */
  readonly secretHash: string;
  /** such as `Firefox, Android`, for its owner; of no weight */
  readonly label?: string;
  readonly knownSince: string;
  /** its last login */
  readonly lastUsedAt: string;
  readonly expiresAt: string;
  /** of the login when it was known: void once that has gone up */
  readonly epoch: number;
  /** since its last login; with the third wrong one it is a device like any other */
  readonly tries: number;
}

/** What a device shows of itself at a login. */
export interface ShownDevice {
  readonly tenantId: string;
  readonly personId: string;
  readonly secretHash: string;
}

/** True if the tries of this login are counted on the device. Never where staff have blocked it: nothing opens that. */
export function countsItself(device: Device, login: Login, now: Date): boolean {
  const isOfLogin = device.personId === login.personId && device.epoch === (login.epoch ?? 0);
  return isOfLogin && !login.blocked && device.tries < TRIES && now < new Date(device.expiresAt);
}
