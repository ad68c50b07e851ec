/** `npm run reset`: drops all state of the local stack, so that the next `npm start` begins anew. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { stateFolder } from './state-folder.ts';
import { holderOf } from './supervisor/lock.ts';

const holder = await holderOf(stateFolder);
if (holder !== undefined) {
  console.error(
    `The stack runs, as process ${holder}. End it first (Ctrl-C there, or kill ${holder}), then try again.`,
  );
  process.exitCode = 1;
} else if (existsSync(stateFolder)) {
  await rm(stateFolder, { recursive: true });
  console.log(`dropped ${stateFolder}`);
} else {
  console.log(`nothing to drop: there is no ${stateFolder}`);
}
