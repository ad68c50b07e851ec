import * as z from 'zod/mini';
import { type Scope, scopeNames } from '../../../../contract/permissions.ts';
import type { ApiToken } from '../../../domain/access/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';
import { permissionsOf } from './permissions.ts';

const apiTokenItem = z.object({
  ...kind('api-token'),
  tenantId: z.string(),
  tokenId: z.string(),
  secretHash: z.string(),
  name: z.string(),
  scopes: z.unknown(),
  createdAt: z.string(),
  createdBy: z.string(),
  expiresAt: z.string(),
});

export function apiTokenOf(item: Item): ApiToken {
  const { scopes, ...token } = bare(z.parse(apiTokenItem, item));
  return { ...token, scopes: permissionsOf(scopes).filter(isScope) };
}

const isScope = (name: string): name is Scope => scopeNames.some((scope) => scope === name);
