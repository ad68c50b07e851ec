import { UPLOAD_BYTES } from '../../../../contract/batch-states.ts';

/** A spreadsheet's own format, which no CSV is. */
const WORKBOOK = /\.(xlsx?|xlsm|ods|numbers)$/i;

/** What can be seen of a file before it is sent; what is in it is read where it arrives. */
export function fileFault({ name, size }: Pick<File, 'name' | 'size'>): 'workbook' | 'empty' | 'tooLarge' | undefined {
  if (WORKBOOK.test(name)) return 'workbook';
  if (size === 0) return 'empty';
  return size > UPLOAD_BYTES ? 'tooLarge' : undefined;
}
