/**
 * Why a message waits, moved on or did not go, as our own parts say it and as it is stored: in English, with what varies in braces.
 * What each of them is in other languages stands in catalogues/message-reasons.ts; one that lacks there is a type error.
 */
export const MESSAGE_REASONS = {
  // the cloud's
  quietHours: 'Quiet hours',
  batchStopped: 'Its batch was stopped',
  sendingStopped: 'All sending is stopped',
  earlierAttempt: 'Of an earlier attempt',
  chosenBoxRemoved: 'The box of the chosen modem was removed',
  noModemCouldSend: 'None of the modems of its box could send',
  boxRemoved: 'The box was removed',
  newJournal: 'The box has a new journal and does not know what became of it',
  boxNotHeardOf: 'The box was not heard of until it was too old',
  diskOlder: 'The disk of the box is older than what it confirmed before: it was restored or cloned',
  journalUnknown: 'The box has a journal that this cloud does not know',
  saidSent: 'It was sent, says {who}',
  saidNotSent: 'It was not sent, says {who}',
  rewritten: 'It was given another text by {who}',
  sentAgain: 'Sent again, as its template asks: {time} of {most} times at most',
  earlierMayBeSent: 'An earlier attempt may have been sent. This one: {what}',
  // the box's
  agentEnded: 'the agent ended before the modem answered',
  networkStatus: 'status {status} of the network',
  restRevoked: 'the rest was revoked',
  restTooOld: 'the rest was too old to be sent',
  modemUnknown: 'it is for the modem {modem}, which this box does not have',
  tooManyParts: 'the text has {parts} parts, and {most} is the most',
  attemptForgotten: 'the box has or may have dealt with this attempt before, and no longer knows what became of it',
  // the modem's; the one with the fewest words of its own comes last, as it fits the others too
  notReady: 'the modem is not ready',
  noAnswer: 'the modem did not answer {what}',
  promptLeft: 'the modem left the prompt: {what}',
  portClosed: 'the port is closed: {what}',
  modemRestarted: 'the modem restarted',
  settingsLost: 'the modem lost its settings',
  modemError: '{said} (+{source} ERROR: {code})',
} as const;

type Values = Readonly<Record<string, string | number>>;

/** One of our reasons, with its values. */
export const messageReason = (name: keyof typeof MESSAGE_REASONS, values: Values = {}) =>
  fillReason(MESSAGE_REASONS[name], values);

/** What stands in braces is replaced by the value of that name. */
export const fillReason = (text: string, values: Values) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
