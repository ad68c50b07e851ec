import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findProgram } from '../../../tools/system-packages.mjs';

const UNIT = join(import.meta.dirname, '../../../edge-agent/systemd/heraut-edge.service');
const MOST_EXPOSURE = 2.0;
const systemdAnalyze = findProgram('systemd-analyze');
/** As root on Debian, as in CI, tools/system-packages.mjs brings it, and its absence is a fault; macOS has no units to check. */
const isBrought = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
const unit = readFileSync(UNIT, 'utf8');

function analyze(...args: string[]): { status: number | null; said: string } {
  if (systemdAnalyze === undefined)
    throw new Error('systemd-analyze is missing: npm test installs it, or apt-get install systemd');
  const { status, stdout, stderr } = spawnSync(systemdAnalyze, args, { encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

describe.runIf(systemdAnalyze !== undefined || isBrought)('the unit, as systemd sees it', () => {
  it('is taken without a word', () => {
    const folder = mkdtempSync(join(tmpdir(), 'heraut-unit-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    // The program is not installed where the test runs; all else is as it is.
    const here = join(folder, 'heraut-edge.service');
    writeFileSync(here, unit.replaceAll('/opt/heraut-edge/bin/heraut-edge', '/bin/true'));
    expect(analyze('verify', '--man=no', here)).toEqual({ status: 0, said: '' });
  });

  it(`is exposed by ${MOST_EXPOSURE} at most`, () => {
    const { said } = analyze('security', '--offline=true', '--no-pager', UNIT);
    const exposure = /Overall exposure level for heraut-edge\.service: ([\d.]+)/.exec(said)?.[1];
    expect(Number(exposure)).toBeLessThanOrEqual(MOST_EXPOSURE);
  });
});

// That they open under it is shown by `npm run test:confined`, on a machine that lets it start a systemd.
it('names the serial ports as usable, also those that are plugged in later', () => {
  for (const kind of ['ttyUSB', 'ttyACM', 'ttyS'])
    expect(unit).toMatch(new RegExp(`^DeviceAllow=char-${kind} rw$`, 'm'));
  expect(unit).toMatch(/^SupplementaryGroups=dialout$/m);
  expect(unit).not.toMatch(/^PrivateDevices=/m);
  expect(unit).toMatch(/^After=modprobe@usbserial\.service modprobe@cdc_acm\.service$/m);
});
