import type { NumberHashes } from '../../shared/number-hashes.ts';

export const threadIdOf = async (hashes: NumberHashes, tenantId: string, correspondent: string) =>
  `thr_${await hashes.of(tenantId, correspondent)}`;
