import { afterAll, beforeAll } from 'vitest';
import type { Permission } from '../../../contract/permissions.ts';
import { startBucket } from '../files/bucket.ts';
import { loadFunctions, NOBODY } from '../functions.ts';
import { startMailServer } from '../mail-server.ts';
import { useTable } from '../table.ts';
import { agencyWithBatches } from './agency.ts';

/** The functions of the API with a table and a bucket of their own, and a mail server where one is asked for, for a test file. */
export function useBatches({ withMails = false } = {}) {
  const { table, name } = useTable();
  let bucket: Awaited<ReturnType<typeof startBucket>>;
  let server: Awaited<ReturnType<typeof startMailServer>> | undefined;
  let functions: Awaited<ReturnType<typeof loadFunctions>>;
  beforeAll(async () => {
    bucket = await startBucket();
    server = withMails ? await startMailServer() : undefined;
    functions = await loadFunctions(name, undefined, server?.url, NOBODY, NOBODY, bucket.endpoint);
  });
  afterAll(async () => {
    await bucket.close();
    await server?.stop();
  });
  return {
    table,
    functions: () => functions,
    agency: (credits?: number, scopes?: readonly Permission[]) => agencyWithBatches(functions, table, credits, scopes),
    mails: async () => (await server?.mails()) ?? [],
  };
}
