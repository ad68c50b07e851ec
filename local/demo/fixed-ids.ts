import { ulid } from 'ulid';
import type { NewId } from '../../functions/domain/shared/ids.ts';

/** Lines of the audit trail and of files are new each time; what is written has the id that it is known by. */
const ALWAYS_NEW = ['aud', 'not'];

/** @param ids by their prefix: `{ wrk: 'wrk_…' }` */
export function fixedIds(ids: Readonly<Record<string, string>>): NewId {
  return (prefix) => {
    const id = ids[prefix] ?? (ALWAYS_NEW.includes(prefix) ? `${prefix}_${ulid()}` : undefined);
    if (!id?.startsWith(`${prefix}_`)) throw new Error(`no demo id for ${prefix}`);
    return id as `${typeof prefix}_${string}`;
  };
}
