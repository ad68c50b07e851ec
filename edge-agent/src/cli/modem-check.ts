import { NoAnswer, PortLost } from '../modem/channel.ts';
import { approach } from '../modem/initialise.ts';
import type { ModemArguments } from './arguments.ts';
import {
  identityFindings,
  operatorFinding,
  registrationFinding,
  serviceCentreFinding,
  signalFinding,
  simFinding,
} from './check-network.ts';
import { settingFindings } from './check-settings.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type Finding, findingLine } from './finding.ts';
import { type ModemLine, openLine } from './modem-line.ts';
import type { Terminal } from './terminal.ts';

/**
 * Asks the modem what it is and how it stands. Changes nothing but what every start changes first (no echo, numbered
 * errors), and gives no PIN. Rejects when there is no modem to ask.
 */
export async function modemCheck(given: ModemArguments, terminal: Terminal): Promise<ExitCode> {
  const line = await openLine(given);
  terminal.stopped.addEventListener('abort', () => line.channel.end('stopped'));
  try {
    const findings = await look(line, given);
    for (const finding of findings) terminal.print(findingLine(finding));
    const faults = findings.filter(({ verdict }) => verdict === 'fault');
    terminal.print(
      faults.length === 0 ? '\nIt can send.' : `\nIt can't send: ${faults.map(({ name }) => name).join(', ')}.`,
    );
    return faults.length === 0 ? EXIT.ok : EXIT.notSent;
  } finally {
    await line.close();
  }
}

async function look({ channel, made }: ModemLine, { address, line, written }: ModemArguments): Promise<Finding[]> {
  try {
    return await channel.exclusive(async (io) => {
      await approach(io);
      return [
        ...(await identityFindings(io)),
        await simFinding(io),
        await signalFinding(io),
        await registrationFinding(io),
        await operatorFinding(io),
        await serviceCentreFinding(io),
        ...(await settingFindings(io, address, line)),
      ];
    });
  } catch (error) {
    if (error instanceof PortLost) await made; // if it never spoke, this says why
    if (error instanceof NoAnswer)
      throw new Error(
        `${written} is open, and no modem answers. Check its power, the cable, and the baud rate at both ends.`,
        { cause: error },
      );
    throw error;
  }
}
