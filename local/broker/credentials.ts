import { pbkdf2Sync, randomBytes } from 'node:crypto';

/** The user of the cloud's side: it may use every topic. */
export const CLOUD_USER = 'cloud';

/** A line of mosquitto's password file: `$7$`, PBKDF2 with SHA-512. */
export function passwordLine(user: string, password: string): string {
  const iterations = 101;
  const salt = randomBytes(12);
  const hash = pbkdf2Sync(password, salt, iterations, 64, 'sha512');
  return `${user}:$7$${iterations}$${salt.toString('base64')}$${hash.toString('base64')}\n`;
}
