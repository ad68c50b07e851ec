import { entryId } from '../directory/entry.ts';

export const selectionId = entryId('sel', 'a selection');
