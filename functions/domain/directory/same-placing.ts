import type { PlacementFields } from '../../../contract/routes/directory/placements.ts';
import { DomainError } from '../shared/domain-error.ts';

/**
 * A placement is of one worker at one company for good: another one is another placement.
 *
 * @throws DomainError `invalid-request`
 */
export function samePlacing(before: PlacementFields, after: PlacementFields): PlacementFields {
  const errors = (['workerId', 'companyId'] as const)
    .filter((path) => before[path] !== after[path])
    .map((path) => ({
      path,
      message: 'A placement keeps its {kept}; make another placement instead' as const,
      values: { kept: before[path] },
    }));
  if (errors.length > 0) throw new DomainError('invalid-request', { errors });
  return after;
}
