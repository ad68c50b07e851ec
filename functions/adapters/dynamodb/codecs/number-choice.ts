import * as z from 'zod/mini';
import type { NumberChoice, OptOut } from '../../../domain/messaging/choices/model.ts';
import type { Item } from '../table.ts';
import { bare, kind } from './kind.ts';

const text = z.string();

const numberChoiceItem = z.object({
  ...kind('number-choice'),
  optOutId: z.optional(text),
  optedOutAt: z.optional(text),
  liftedAt: z.optional(text),
  consent: z.optional(z.object({ givenAt: text, source: text, textVersion: text, recordedAt: text, recordedBy: text })),
});

export function numberChoiceOf(item: Item): NumberChoice {
  const { optOutId, optedOutAt, liftedAt, consent } = z.parse(numberChoiceItem, item);
  return {
    ...(optOutId !== undefined && { optOutId }),
    ...(optedOutAt !== undefined && { optedOutAt }),
    ...(liftedAt !== undefined && { liftedAt }),
    ...(consent && { consent }),
  };
}

const optOutItem = z.object({
  ...kind('opt-out'),
  tenantId: text,
  optOutId: text,
  numberHash: text,
  ending: text,
  since: text,
  source: z.enum(['sms', 'staff']),
  inboundId: z.optional(text),
  word: z.optional(text),
  by: z.optional(text),
  recordId: z.optional(text),
  reason: z.optional(text),
  lifted: z.optional(z.object({ at: text, by: text, reason: text })),
});

export function optOutOf(item: Item): OptOut {
  const { inboundId, word, by, recordId, reason, lifted, ...rest } = bare(z.parse(optOutItem, item));
  return {
    ...rest,
    ...(inboundId !== undefined && { inboundId }),
    ...(word !== undefined && { word }),
    ...(by !== undefined && { by }),
    ...(recordId !== undefined && { recordId }),
    ...(reason !== undefined && { reason }),
    ...(lifted && { lifted }),
  };
}
