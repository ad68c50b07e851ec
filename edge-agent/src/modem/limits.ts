/** How long the driver waits, in milliseconds. */
export const LIMITS = {
  /** for the rest of what a modem was saying to whoever spoke with it before */
  flush: 200,
  /** for the answer to a bare AT, of which three are tried */
  probe: 1_000,
  /** for the answer to any other command: storage on a slow SIM card takes seconds */
  command: 20_000,
  /** for the prompt after AT+CMGS */
  prompt: 5_000,
  /**
   * for +CMGS after the text. The network's own timers are 35–45 s (TR1M, 3GPP TS 24.011), modems' manuals say 60 s and
   * more; a message given up too early is one that a person has to look after.
   */
  submitted: 120_000,
  /** for the network's answer to a USSD code */
  ussd: 45_000,
  /** for the OK behind a line that says enough, such as +CMGS, which some modems leave out */
  finalOk: 2_000,
  /** for the answer that tells that modem and driver are in step again */
  inStep: 5_000,
  /** for another text, before the time between two texts is used for reading what the modem stored */
  quiet: 50,
  /** at most, before a stored report or message is read between two texts */
  stored: 10_000,
  /** for a SIM card that is starting up, and between two looks at it */
  simReady: 60_000,
  simPoll: 2_000,
  /** after a soft reset, before the modem is spoken to: earlier it may still answer as before; and how long it may be away */
  reset: 10_000,
  restart: 60_000,
  /** between looks at the registration, while there is none and while there is */
  registrationPoll: 2_000,
  watch: 60_000,
} as const;

/** Tries to bring a modem back, in a row. */
export const RECOVERY = {
  /** it answers and cannot be made ready: every third try resets it */
  softResetEvery: 3,
  /** then the box says that it has given up; it tries on at the longest wait */
  giveUpAfter: 10,
  /** milliseconds until a modem that was restarted on request has to be able to send, its network found */
  readyAfterReset: 300_000,
} as const;
