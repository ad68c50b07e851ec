import type { TFunction } from 'i18next';
import type { RecipientKind } from '../../../../contract/message-template.ts';

interface Correspondent {
  readonly number?: string | undefined;
  readonly sender?: string | undefined;
  readonly records: readonly {
    readonly id: string;
    readonly kind: RecipientKind;
    readonly name?: string | undefined;
  }[];
}

/** With whom a thread is: those who have the number, as far as the reader may see them, or else what the network gave. */
export function nameOf(t: TFunction, { number, sender, records }: Correspondent): string {
  const names = records.map(({ kind, name }) => name ?? t(`templates.kinds.${kind}`));
  return names.length > 0 ? names.join(', ') : (number ?? sender ?? '');
}

/** What stands below the name: the number, and what is known of it. */
export function detailOf(t: TFunction, { number, records }: Correspondent): string {
  if (number === undefined) return t('threads.noNumber');
  if (records.length === 0) return t('threads.unknownNumber');
  const kinds = new Set(
    records.filter(({ name }) => name !== undefined).map(({ kind }) => t(`templates.kinds.${kind}`)),
  );
  return [...kinds, number].join(' · ');
}
