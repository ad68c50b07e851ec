/** What is wrong, and what to do, for each way in which asking for a certificate may fail. */

const NO_NETWORK = [
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
];
const CLOCK = ['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED'];
const TLS = /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|EPROTO)/;

/** Of a request that had no answer. */
export function connectionProblem(url: string, error: unknown): Error {
  const cause = rootOf(error) as NodeJS.ErrnoException;
  const { code = '', message } = cause;
  const because = (text: string) => new Error(text, { cause });
  if ((error as Error).name === 'TimeoutError')
    return because(`${url} did not answer in time. Check the network, then run it again.`);
  if (CLOCK.includes(code))
    return because(
      `${url} shows a certificate that is not valid by this box's clock (${new Date().toISOString()}). Set the clock: timedatectl set-ntp true.`,
    );
  if (TLS.test(code))
    return because(
      `${url} can't prove that it is the cloud (${code}). Check the address; is a proxy in between that opens TLS?`,
    );
  if (NO_NETWORK.includes(code))
    return because(
      `${url} can't be reached (${code}). Check cable, DNS and firewall (outgoing TCP 443), then run it again.`,
    );
  return because(`${url} can't be asked: ${message}`);
}

/** Of an answer that is not the certificate. @param problem its body, if it is problem+json */
export function answerProblem(
  url: string,
  status: number,
  problem: { code?: string | undefined; errors?: readonly { message: string }[] | undefined } | undefined,
  retryAfter: string | null,
): Error {
  switch (problem?.code) {
    case 'join-code-refused':
      return new Error(
        'The join code was refused: it is wrong, was used for another key, or is older than 24 hours. Ask for a new one, and run it again with that.',
      );
    case 'too-many-tries':
      return new Error(`Too many tries. Run it again in ${Math.ceil(Number(retryAfter ?? 3600) / 60)} minutes.`);
    case 'certificate-request-invalid':
      return new Error(
        `The cloud did not take the certificate request: ${(problem.errors ?? []).map(({ message }) => message).join('; ')}`,
      );
  }
  if (status >= 500)
    return new Error(`The cloud can't do it at the moment (${status}). Run it again: the key is kept.`);
  if (problem?.code === undefined) return new Error(`There is no Heraut at ${url} (${status}). Check the address.`);
  return new Error(`The cloud refused: ${problem.code} (${status}).`);
}

/** Of a file or folder that can't be written or read. */
export function fileProblem(path: string, error: unknown): Error {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const advice: Readonly<Record<string, string>> = {
    EACCES: 'Run it as root, or name folders that you may write in: --config, --state.',
    EPERM: 'Run it as root, or name folders that you may write in: --config, --state.',
    EROFS: 'The disk is read-only.',
    ENOSPC: 'The disk is full.',
    ENOENT: `Make its folder first: install -d ${path.replace(/\/[^/]*$/, '') || '/'}`,
    ENOTDIR: 'Something that is no folder stands in its way.',
  };
  return new Error(`${path} can't be written (${code || message}). ${advice[code] ?? ''}`.trim(), { cause: error });
}

function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof Error && root.cause !== undefined) root = root.cause;
  return root;
}
