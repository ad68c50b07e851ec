import type * as z from 'zod/mini';
import { UPLOAD_BYTES } from '../../../../contract/batch-states.ts';
import { type recipientUpload, UPLOAD_MINUTES } from '../../../../contract/routes/batches/uploads.ts';
import { MINUTE, SECOND } from '../../shared/clock.ts';
import type { FileLinks } from '../../shared/files.ts';
import type { NewId } from '../../shared/ids.ts';

/** Where an upload lies. The tenant is part of it, so that an id opens nothing of another one's. */
export const uploadKey = (tenantId: string, uploadId: string) => `uploads/${tenantId}/${uploadId}.csv`;

/** A form by which one CSV can be uploaded. Nothing is stored until that happens. */
export async function offerUpload(
  { links, newId }: { readonly links: Pick<FileLinks, 'uploadForm'>; readonly newId: NewId },
  tenantId: string,
): Promise<z.input<typeof recipientUpload>> {
  const id = newId('upl');
  const { url, fields, until } = await links.uploadForm(uploadKey(tenantId, id), {
    mostBytes: UPLOAD_BYTES,
    contentType: 'text/csv',
    seconds: (UPLOAD_MINUTES * MINUTE) / SECOND,
  });
  return { id, url, fields: { ...fields }, until: until.toISOString(), mostBytes: UPLOAD_BYTES };
}
