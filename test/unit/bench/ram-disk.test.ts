import { expect, it } from 'vitest';
import { refuseRamDisk } from '../../bench/modem-gap/disk.ts';

it('says what to do when the journal would lie on a RAM disk', async () => {
  await expect(refuseRamDisk('/dev/shm')).rejects.toThrow(
    '/dev/shm lies on a RAM disk (tmpfs), where the journal costs nothing: set HERAUT_BENCH_FOLDER',
  );
});

it('takes any other file system', async () => {
  await refuseRamDisk('/proc');
});
