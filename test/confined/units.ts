import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the agent is to do under the unit, in place of its service. */
export interface Act {
  readonly name: string;
  readonly command: string;
}

/** The product's unit for each act, one after the other, with another command, and a target that ends when all are through. */
export function writeUnits(folder: string, unit: string, acts: readonly Act[]): void {
  const units = join(folder, 'units');
  mkdirSync(units);
  for (const [index, { name, command }] of acts.entries()) {
    const before = acts[index - 1];
    writeFileSync(
      join(units, `${name}.service`),
      [
        unit.replace(/^\[Install\][\s\S]*/m, '').replace(/^ExecStart=.*$/m, `ExecStart=${command}`),
        '[Service]',
        'Type=oneshot',
        'Restart=no',
        `StandardOutput=file:/confined/${name}.out`,
        `StandardError=file:/confined/${name}.err`,
        `ExecStopPost=+/bin/sh -c 'echo $EXIT_STATUS > /confined/${name}.status'`,
        ...(before === undefined ? [] : ['[Unit]', `After=${before.name}.service`]),
        '',
      ].join('\n'),
    );
  }
  const names = acts.map(({ name }) => `${name}.service`).join(' ');
  writeFileSync(join(units, 'confined.target'), `[Unit]\nWants=${names} end.service\n`);
  writeFileSync(
    join(units, 'end.service'),
    `[Unit]\nAfter=${names}\n[Service]\nType=oneshot\nExecStart=/usr/bin/systemctl exit --force\n`,
  );
}
