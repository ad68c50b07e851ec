import * as z from 'zod/mini';
import { type Permission, permissionNames } from '../../../../contract/permissions.ts';

const names = z.array(z.string());

/** One that only another version of the program knows allows nothing here, and locks nobody out. */
export function permissionsOf(stored: unknown): Permission[] {
  const list = z.parse(names, stored);
  return permissionNames.filter((name) => list.includes(name));
}
