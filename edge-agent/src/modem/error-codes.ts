import { errorText, type ModemError } from './final-result.ts';

/**
 * What an error says about the text that the modem was given.
 * `message`: the network or the modem will never take it. `passing`: not taken now. `modem`: not taken until the modem, its
 * SIM card or its settings are put right. `unclear`: it may have been sent.
 */
export type ErrorClass = 'message' | 'passing' | 'modem' | 'unclear';

type Table = Readonly<Record<number, readonly [ErrorClass, string]>>;

/**
 * RP causes (3GPP TS 24.011 annex E), TP failure causes (TS 23.040 section 9.2.3.22), message service failures (TS 27.005
 * section 3.2.5). 41, 47, 332 and 500 come from modems that had given the text to the network. 197 (a duplicate at the
 * service centre) is unclear: we never ask for duplicates to be rejected.
 */
const CMS: Table = {
  1: ['message', 'the number is not assigned'],
  8: ['message', 'the operator bars this kind of call'],
  10: ['message', 'the SIM card is barred from calling'],
  21: ['message', 'the network rejected the message'],
  27: ['passing', 'the recipient or the service centre is out of service'],
  28: ['message', 'the network does not know this SIM card as a subscriber'],
  29: ['message', 'the network refuses this service to the SIM card'],
  30: ['message', 'the network does not know the number'],
  38: ['passing', 'the network is out of order'],
  41: ['unclear', 'the network failed for a moment'],
  42: ['passing', 'the network is congested'],
  47: ['unclear', 'the network has no resources left'],
  50: ['message', 'the SIM card has not subscribed to this service'],
  69: ['message', 'the network has not got this service'],
  81: ['message', 'the network does not know the message reference'],
  95: ['message', 'the network finds the message invalid'],
  96: ['message', 'the network misses a field of the message'],
  97: ['message', 'the network does not know this type of message'],
  98: ['message', 'the message does not fit the state of the network'],
  99: ['message', 'the network does not know a field of the message'],
  111: ['message', 'the network finds an error of protocol'],
  127: ['message', 'the network does not work with another network'],
  128: ['message', 'the service centre does not support telematic messages'],
  129: ['message', 'the service centre does not support short messages of this type'],
  130: ['message', 'the service centre cannot replace a message'],
  143: ['message', 'the service centre refuses the protocol identifier'],
  144: ['message', 'the service centre does not support the alphabet'],
  145: ['message', 'the service centre does not support the message class'],
  159: ['message', 'the service centre refuses the data coding'],
  160: ['message', 'the service centre cannot carry out the command'],
  161: ['message', 'the service centre does not support the command'],
  175: ['message', 'the service centre refuses the command'],
  176: ['message', 'the service centre does not support the message'],
  192: ['passing', 'the service centre is busy'],
  193: ['message', 'the SIM card has no subscription at the service centre'],
  194: ['passing', 'the service centre has a failure'],
  195: ['message', 'the number is no valid number for the service centre'],
  196: ['message', 'the service centre bars this recipient'],
  197: ['unclear', 'the service centre says that it has this message already'],
  198: ['message', 'the service centre refuses the validity period'],
  199: ['message', 'the service centre refuses the validity period of this message'],
  208: ['passing', 'the memory of the SIM card is full'],
  211: ['passing', 'the memory of the modem is full'],
  213: ['passing', 'the SIM card has an error'],
  300: ['passing', 'the modem has a failure'],
  301: ['passing', 'the SMS service of the modem is reserved'],
  302: ['message', 'the modem does not allow this'],
  303: ['message', 'the modem does not support this'],
  304: ['message', 'the modem finds the message invalid'],
  305: ['message', 'the modem finds the text invalid'],
  310: ['modem', 'there is no SIM card'],
  311: ['modem', 'the SIM card asks for its PIN'],
  312: ['modem', 'the modem asks for the PIN that ties it to a SIM card'],
  313: ['modem', 'the SIM card has a failure'],
  314: ['passing', 'the SIM card is busy'],
  315: ['modem', 'this is the wrong SIM card'],
  316: ['modem', 'the SIM card is locked and asks for its PUK'],
  317: ['modem', 'the SIM card asks for its PIN2'],
  318: ['modem', 'the SIM card asks for its PUK2'],
  320: ['modem', 'the message memory has a failure'],
  321: ['modem', 'the place in the message memory is wrong'],
  322: ['modem', 'the message memory is full'],
  330: ['modem', 'the number of the service centre is not known: set it (AT+CSCA)'],
  331: ['passing', 'there is no network'],
  332: ['unclear', 'the network did not answer in time'],
  500: ['unclear', 'the modem has an error without a name'],
  515: ['passing', 'the modem is starting up or busy'],
};
/** 3GPP TS 27.007 section 9.2. 31 and 100 say the same as 332 and 500: time ran out, and the reason is unknown. */
const CME: Table = {
  10: ['modem', 'there is no SIM card'],
  11: ['modem', 'the SIM card asks for its PIN'],
  12: ['modem', 'the SIM card is locked and asks for its PUK'],
  13: ['modem', 'the SIM card has a failure'],
  14: ['passing', 'the SIM card is busy'],
  15: ['modem', 'this is the wrong SIM card'],
  16: ['modem', 'the PIN is wrong'],
  30: ['passing', 'there is no network'],
  31: ['unclear', 'the network did not answer in time'],
  100: ['unclear', 'the modem has an error without a name'],
};

/** A bare ERROR, and what no table knows, is unclear. */
const UNKNOWN = ['unclear', 'the modem gave no reason that is known'] as const;

function entry({ source, code }: ModemError): readonly [ErrorClass, string] {
  if (source === 'none' || code === undefined) return UNKNOWN;
  return (source === 'CMS' ? CMS : CME)[code] ?? UNKNOWN;
}

/** Sorts an error that came after the text. */
export function errorClass(error: ModemError): ErrorClass {
  return entry(error)[0];
}

/** A stable code, `cms-21`, `cme-10` or `error`, and the reason in plain words. */
export function describeError(error: ModemError): { readonly code: string; readonly reason: string } {
  const { source, code } = error;
  return {
    code: source === 'none' ? 'error' : `${source.toLowerCase()}-${code ?? 'unknown'}`,
    reason: `${entry(error)[1]} (${errorText(error)})`,
  };
}
