import { findProgram } from '../tools/system-packages.mjs';

/** The path of a system program that `npm start` and `npm test` have seen to. */
export function requireProgram(name: 'java' | 'mosquitto'): string {
  const path = findProgram(name);
  if (path === undefined)
    throw new Error(`There is no ${name} here. Run npm start or npm test, which install it or say how.`);
  return path;
}
