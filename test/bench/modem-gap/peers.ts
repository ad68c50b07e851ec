import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A program of Debian that does the same; measured where it is installed, with delivery reports, else as it comes. */
export interface Peer {
  readonly name: string;
  /** programs that it takes */
  readonly needs: readonly string[];
  /** what installs them on Debian */
  readonly packages: string;
  /** Puts the messages into its queue in this folder and starts it. Resolves with the processes, to be ended. */
  start(port: number, folder: string, count: number): Promise<readonly ChildProcess[]>;
}

const TO = '31612345678';
const text = (index: number) => `Bench message number ${index + 1}`;

/** A serial line at the folder's `tty`, as these programs want one. */
async function ptyTo(port: number, folder: string): Promise<{ socat: ChildProcess; tty: string }> {
  const tty = join(folder, 'tty');
  const socat = spawn('/usr/bin/socat', ['-d', '-d', `pty,raw,echo=0,link=${tty}`, `tcp:127.0.0.1:${port},nodelay`]);
  await new Promise<void>((resolve, reject) => {
    socat.once('exit', () => reject(new Error('socat ended before the pty was there')));
    socat.stderr.on('data', (said) => String(said).includes('starting data transfer loop') && resolve());
  });
  return { socat, tty };
}

const smstools: Peer = {
  name: 'smstools',
  needs: ['/usr/sbin/smsd', '/usr/bin/socat'],
  packages: 'smstools socat',
  async start(port, folder, count) {
    const spools = ['outgoing', 'checked', 'failed', 'sent', 'incoming'];
    for (const spool of spools) await mkdir(join(folder, spool));
    for (let index = 0; index < count; index++) {
      const name = `message-${String(index).padStart(4, '0')}`;
      await writeFile(join(folder, 'outgoing', name), `To: ${TO}\n\n${text(index)}`);
    }
    const { socat, tty } = await ptyTo(port, folder);
    const settings = [
      'devices = GSM1',
      ...spools.map((spool) => `${spool} = ${join(folder, spool)}`),
      ...['logfile = log', 'infofile = info', 'pidfile = pid'].map((line) => line.replace('= ', `= ${folder}/`)),
      'delaytime = 1',
      'delaytime_mainprocess = 1',
      '[GSM1]',
      ...[`device = ${tty}`, 'baudrate = 115200'],
      'incoming = yes',
      'report = yes',
    ];
    const file = join(folder, 'smsd.conf');
    await writeFile(file, `${settings.join('\n')}\n`);
    return [spawn('/usr/sbin/smsd', ['-t', `-c${file}`], { stdio: 'ignore' }), socat];
  },
};

const gammu: Peer = {
  name: 'gammu-smsd',
  needs: ['/usr/bin/gammu-smsd', '/usr/bin/socat'],
  packages: 'gammu-smsd socat',
  async start(port, folder, count) {
    const spools = ['inbox', 'outbox', 'sent', 'error'];
    for (const spool of spools) await mkdir(join(folder, spool));
    for (let index = 0; index < count; index++) {
      const serial = String(index).padStart(6, '0');
      // With `d` it asks for a delivery report.
      await writeFile(join(folder, 'outbox', `OUTC20261121_${serial}_00_+${TO}_sms0.txtd`), text(index));
    }
    const { socat, tty } = await ptyTo(port, folder);
    const settings = [
      ...['[gammu]', `device = ${tty}`, 'connection = at115200'],
      ...['[smsd]', 'service = files', `logfile = ${join(folder, 'log')}`, 'deliveryreport = sms'],
      ...['inbox', 'outbox', 'error'].map((spool) => `${spool}path = ${join(folder, spool)}/`),
      `sentsmspath = ${join(folder, 'sent')}/`,
      `errorsmspath = ${join(folder, 'error')}/`,
    ];
    const file = join(folder, 'gammu-smsdrc');
    await writeFile(file, `${settings.join('\n')}\n`);
    return [spawn('/usr/bin/gammu-smsd', ['--config', file], { stdio: 'ignore' }), socat];
  },
};

export const PEERS: readonly Peer[] = [smstools, gammu];

export async function isInstalled({ needs }: Peer): Promise<boolean> {
  const found = await Promise.allSettled(needs.map((program) => access(program)));
  return found.every(({ status }) => status === 'fulfilled');
}

/** In the order given: who speaks goes before the line. */
export async function end(processes: readonly ChildProcess[]): Promise<void> {
  for (const running of processes) {
    if (running.exitCode !== null || running.signalCode !== null) continue;
    const exited = once(running, 'exit');
    running.kill();
    await exited;
  }
}
