/** Where the agent's parts meet. The agent knows only these; the modem, the disk and the cloud come in from outside. */

/** One part of a message, ready for the modem. */
export interface Part {
  /** E.164 with a leading plus */
  readonly to: string;
  readonly text: string;
  readonly alphabet: 'gsm7' | 'ucs2';
  /** absent for a message of one part. The same reference (0–255) for all its parts. */
  readonly concatenation?: { readonly reference: number; readonly part: number; readonly parts: number };
}

/**
 * `reason` is in plain words. `code` is stable: `cms-21`, `cme-30`, `error` (the modem's +CMS ERROR, +CME ERROR, ERROR),
 * `bad-part`, `not-ready`, `no-prompt`, `prompt-left`, `no-answer`, `port-lost`; absent when the modem was not asked.
 */
interface Reason {
  readonly reason: string;
  readonly code?: string;
}

export type PartOutcome =
  /** the network took it; TP-MR, 0–255 */
  | { readonly kind: 'submitted'; readonly reference: number }
  /** nothing was sent, and trying this message again would not help */
  | ({ readonly kind: 'refused' } & Reason)
  /** nothing was sent; the same part may be tried again later */
  | ({ readonly kind: 'not-sent' } & Reason)
  /** the part was given to the modem and its answer never came or says nothing: never tried again */
  | ({ readonly kind: 'unconfirmed' } & Reason);

/** A delivery report (3GPP TS 23.040 section 9.2.2.3). */
export interface DeliveryReport {
  readonly reference: number;
  /** the digits the network gives, national or international */
  readonly recipient: string;
  /** when the network took the part (TP-SCTS) and when this became true (TP-DT); absent where it told no time at all */
  readonly submittedAt?: Date;
  readonly at?: Date;
  /** TP-ST 00–1F; 20–3F (not final); 40–7F */
  readonly status: 'delivered' | 'pending' | 'failed';
  readonly statusCode: number;
}

export interface Modem {
  /**
   * Gives one part to the modem. `arm` is awaited when the modem is ready for the text and before any of it is written:
   * when it rejects, nothing is sent and submit rejects. One at a time.
   */
  submit(part: Part, arm: () => Promise<void>): Promise<PartOutcome>;
  /** Called for each report; the modem's copy (if it keeps one) is deleted only after the promise resolves. */
  onReport(listener: (report: DeliveryReport) => Promise<void>): void;
  /** Resolves once the modem can send: open, initialised, registered. Rejects only after close(). */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** What a box tells of its modem; nothing in it names a recipient or a text. */
export interface ModemStatus {
  /**
   * `given-up`: many tries to reach it failed in a row; it is tried on, at the longest wait. `searching`: it answers and has
   * no network.
   */
  readonly state: 'starting' | 'ready' | 'searching' | 'out-of-reach' | 'given-up' | 'closed';
  readonly manufacturer?: string;
  readonly model?: string;
  readonly revision?: string;
  /** the family whose quirks the driver knows */
  readonly profile?: string;
  readonly sim: 'unknown' | 'ready' | 'not-ready';
  /** +CREG or +CEREG: 0 idle, 1 home, 2 searching, 3 denied, 4 unknown, 5 roaming */
  readonly registration?: number;
  /** dBm, -113 to -51 */
  readonly signal?: number | undefined;
  readonly operator?: string | undefined;
  /** when the modem last answered */
  readonly lastHeardAt?: Date;
  /** when the network last took a part */
  readonly lastSuccessAt?: Date;
  readonly lastError?: { readonly at: Date; readonly reason: string; readonly code?: string };
}

/** A modem with all that its driver can do. */
export interface ModemDriver extends Modem {
  status(): ModemStatus;
  /** Called whenever something of the status was set anew. One listener. */
  onStatusChange(listener: () => void): void;
  /**
   * Called for each part of a message from the network, one at a time; the modem's copy is deleted only after the promise
   * resolves. Without a listener messages stay where the modem keeps them. After a crash a part may come again.
   */
  onMessage(listener: (part: InboundPart) => Promise<void>): void;
  /**
   * Asks the network with a USSD code such as *100#, the balance of many prepaid SIM cards. Waits for its turn between
   * texts; one at a time. Rejects with a reason in plain words, after 45 s at most.
   */
  ussd(code: string): Promise<UssdAnswer>;
  /**
   * Restarts the modem, after the part that it has now. Resolves when it can send again; rejects with the reason in plain
   * words when it can't after 5 minutes.
   */
  reset(): Promise<void>;
}

/** One of the box's modems. */
export interface NamedModem {
  /** as the configuration names it: 1 to 32 of a-z, 0-9 and - */
  readonly name: string;
  readonly driver: ModemDriver;
  readonly limits?: SimLimits;
}

/** How many parts a SIM card may be given; absent: as many as the modem can. */
export interface SimLimits {
  /** in any 60 seconds */
  readonly perMinute?: number | undefined;
  /** a day in UTC, by the cloud's time */
  readonly perDay?: number | undefined;
}

/** One part of a message from the network. What could not be read has its PDU alone. */
export interface InboundPart {
  /** hexadecimal, as the modem gave it: the same arrives twice where the network repeats itself */
  readonly pdu: string;
  /** a number, international with its plus, or a name */
  readonly sender?: string;
  /** TP-PID; 0 for a text from a person */
  readonly protocol?: number;
  /** TP-DCS */
  readonly dataCoding?: number;
  readonly text?: string;
  /** 8-bit data, which is no text */
  readonly data?: Uint8Array;
  /** parts with the same sender, reference, bits and number of parts belong together */
  readonly concatenation?: {
    readonly reference: number;
    readonly part: number;
    readonly parts: number;
    readonly bits: 8 | 16;
  };
  /** when the network took it; absent where it told no time */
  readonly sentAt?: Date;
  /** 0 is shown at once and kept nowhere */
  readonly messageClass?: 0 | 1 | 2 | 3;
}

export interface UssdAnswer {
  readonly text: string;
  /** it was a menu; the dialogue is ended all the same */
  readonly expectsReply: boolean;
}

/** Bytes to and from the modem: a serial line, or raw TCP. */
export interface Transport {
  /** Resolves when it is open; rejects with the reason. */
  open(): Promise<void>;
  write(bytes: Uint8Array): Promise<void>;
  onData(listener: (bytes: Uint8Array) => void): void;
  /** called once for each time it was open and is no longer */
  onClose(listener: (reason: string) => void): void;
  close(): Promise<void>;
}

/** The part of a file system that a journal needs; a failed `sync` ends the process and is never tried again. */
export interface Disk {
  /** names in the journal's folder */
  list(): Promise<string[]>;
  read(name: string): Promise<Uint8Array>;
  append(name: string, bytes: Uint8Array): Promise<void>;
  /** until it resolves, what was appended may be lost or torn by a power cut */
  sync(name: string): Promise<void>;
  /** until it resolves, created, renamed and removed names may be lost by a power cut */
  syncFolder(): Promise<void>;
  remove(name: string): Promise<void>;
}

/** The computer under the agent. */
export interface Host {
  /** where the journal lies, for a process without privileges */
  freeBytes(): Promise<number>;
  /** of the box's certificate; undefined where there is none */
  certificateEndsAt(): Promise<Date | undefined>;
}

/** The connection to the cloud. Messages are JSON text. */
export interface Link {
  /** resolves when the broker has taken it; rejects when it has not, or not in time */
  publish(payload: string): Promise<void>;
  /** the broker is told only after the listener's promise resolves; if it rejects the broker sends the message again */
  onMessage(listener: (payload: string) => Promise<void>): void;
  /**
   * Called at each connection, when messages can come; `fresh` if the agent was just started, or the broker has
   * forgotten the session of before and with it what was on the way.
   */
  onConnected(listener: (fresh: boolean) => void): void;
  /** Begins to connect, and again after each loss, until close. */
  connect(): void;
  close(): Promise<void>;
}
