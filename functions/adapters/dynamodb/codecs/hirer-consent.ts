import * as z from 'zod/mini';
import type { HirerConsent } from '../../../domain/hirers/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const consentItem = z.object({
  ...kind('hirer-consent'),
  tenantId: z.string(),
  workerId: z.string(),
  given: z.boolean(),
  at: z.string(),
  by: z.string(),
  textVersion: z.string(),
  version: z.number(),
});

export const hirerConsentOf = (item: Item): HirerConsent => bare(z.parse(consentItem, item));
