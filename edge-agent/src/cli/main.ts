import { AGENT_VERSION } from '../agent/version.ts';
import { modemArguments, sendArguments } from './arguments.ts';
import { EXIT, type ExitCode, UsageError } from './exit-codes.ts';
import { joinArguments } from './join-arguments.ts';
import { processTerminal } from './terminal.ts';
import { USAGE } from './usage.ts';

/** The program `heraut-edge`. What a command needs is loaded by it alone: the service's link takes longer than a check. */
async function run([command, ...args]: readonly string[]): Promise<ExitCode | undefined> {
  switch (command) {
    case 'run':
      return service(args);
    case 'modem':
      return modem(args);
    case 'join': {
      const given = joinArguments(args);
      const { joinCloud } = await import('./join.ts');
      return joinCloud(given, processTerminal());
    }
    case '--version':
      console.log(AGENT_VERSION);
      return EXIT.ok;
    case '--help':
    case '-h':
      console.log(USAGE);
      return EXIT.ok;
    default:
      throw new UsageError(command === undefined ? 'say what to do' : `${command} is no command`);
  }
}

/** Returns while the agent goes on running; signals end it. */
async function service([file, ...more]: readonly string[]): Promise<undefined> {
  if (file === undefined || more.length > 0) throw new UsageError('give the one configuration file: run <config.json>');
  const { runService } = await import('../service.ts');
  await runService(file);
}

async function modem([command, ...args]: readonly string[]): Promise<ExitCode> {
  switch (command) {
    case 'check': {
      if (args.length === 0) {
        const { modemPorts } = await import('./modem-ports.ts');
        return modemPorts(processTerminal());
      }
      const { modemCheck } = await import('./modem-check.ts');
      return modemCheck(modemArguments(args), processTerminal());
    }
    case 'listen': {
      const { modemListen } = await import('./modem-listen.ts');
      return modemListen(modemArguments(args), processTerminal());
    }
    case 'send': {
      const { modemSend } = await import('./modem-send.ts');
      return modemSend(sendArguments(args), processTerminal());
    }
    default:
      throw new UsageError('modem check, modem listen or modem send');
  }
}

try {
  const code = await run(process.argv.slice(2));
  if (code !== undefined) process.exit(code);
} catch (error) {
  const usage = error instanceof UsageError;
  console.error(error instanceof Error ? error.message : error);
  if (usage) console.error('\n%s', USAGE);
  process.exit(usage ? EXIT.usage : EXIT.failed);
}
