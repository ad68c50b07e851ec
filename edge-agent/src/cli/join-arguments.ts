import { parseArgs } from 'node:util';
import { type JoinCode, parseJoinCode } from '../../../contract/join-code.ts';
import { modemAddress } from '../modem-address.ts';
import { UsageError } from './exit-codes.ts';

export interface JoinArguments {
  /** of the cloud's API, without a slash at its end */
  readonly url: string;
  readonly code: string;
  readonly box: Pick<JoinCode, 'tenantId' | 'boxId'>;
  readonly config: string;
  /** where the journal and the identity lie; the service writes there */
  readonly state: string;
  /** as it is to stand in the configuration; absent: to be put there by hand */
  readonly modem: string | undefined;
  readonly replace: boolean;
}

const CONFIG = '/etc/heraut-edge/config.json';
const STATE = '/var/lib/heraut-edge';
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Of `join`. Throws UsageError. */
export function joinArguments(args: readonly string[]): JoinArguments {
  const { url, code, config = CONFIG, state = STATE, modem, replace = false } = valuesOf(args);
  if (url === undefined)
    throw new UsageError('say where: --url https://…, as the command says that was shown with the code');
  if (code === undefined) throw new UsageError('give the join code: --code hj_…');
  const box = parseJoinCode(code.trim());
  if (!box)
    throw new UsageError('--code is no join code: it begins with hj_ and ends with seven groups of four characters');
  if (modem !== undefined) {
    const address = modemAddress.safeParse(modem);
    if (!address.success) throw new UsageError(`--modem ${modem} ${address.error.issues[0]?.message}`);
  }
  return { url: checkedUrl(url), code: code.trim(), box, config, state, modem, replace };
}

function valuesOf(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    url: text,
    code: text,
    config: text,
    state: text,
    modem: text,
    replace: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function checkedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['https:', 'http:'].includes(url.protocol)) throw new UsageError('--url must be https://<host>');
  if (url.protocol === 'http:' && !LOOPBACK.includes(url.hostname))
    throw new UsageError('--url must be https://…: without TLS the join code could be read on the way');
  return url.origin;
}
