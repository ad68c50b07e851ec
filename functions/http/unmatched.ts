import type { Route } from '../../contract/route.ts';
import { DomainError } from '../domain/shared/domain-error.ts';

/** For `$default`: 405 where the address has other methods, else 404. */
export function unmatched(path: string, routes: readonly Pick<Route, 'method' | 'path'>[]): DomainError {
  const methods = routes.filter((route) => matches(route.path, path)).map(({ method }) => method);
  return methods.length > 0
    ? new DomainError('method-not-allowed', {
        errors: [{ path: 'method', message: 'This address knows {methods}', values: { methods: methods.join(', ') } }],
      })
    : new DomainError('not-found');
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, place) => (part.startsWith('{') ? given[place] !== '' : part === given[place]))
  );
}
