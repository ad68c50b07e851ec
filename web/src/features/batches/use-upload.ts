import { useRef } from 'react';
import { ProblemError } from '../../../../contract/client.ts';
import { api } from '../../api/client.ts';

/** Puts a file where batches read their recipients, and gives its id: the same one as long as the same file is chosen. */
export function useUpload() {
  const last = useRef<{ readonly file: File; readonly uploadId: string }>(undefined);
  return async (file: File): Promise<string> => {
    if (last.current?.file !== file) last.current = { file, uploadId: await upload(file) };
    return last.current.uploadId;
  };
}

async function upload(file: File): Promise<string> {
  const { id, url, fields } = await api.createRecipientUpload();
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  // not the API but the store of files, which says nothing for people
  const answer = await fetch(url, { method: 'POST', body: form });
  if (!answer.ok) throw new ProblemError(answer.status, undefined, null);
  return id;
}
