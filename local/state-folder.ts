import { join } from 'node:path';

/** Where `npm start` keeps everything; HERAUT_STATE names another folder. */
export const stateFolder = process.env['HERAUT_STATE'] || join(import.meta.dirname, '..', '.heraut');
