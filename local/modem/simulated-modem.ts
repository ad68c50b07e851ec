import { type Control, control } from './control.ts';
import { HttpServer } from './http-server.ts';
import type { InboundRecord } from './inbound-log.ts';
import type { InboundMessage } from './inbound-message.ts';
import { Modem } from './modem.ts';
import type { ModemState } from './modem-state.ts';
import { type PhoneMessage, phoneMessages } from './phones.ts';
import { changed, DEFAULT_SETTINGS, type SettingsChange } from './settings.ts';
import type { SubmitRecord } from './submit-record.ts';

export interface SimulatedModemOptions {
  /** holds submits.jsonl, reports.jsonl and inbound.jsonl; made if absent */
  readonly stateFolder: string;
  /** TCP port of the modem's line; 0, the default, takes a free one */
  readonly port?: number;
  /** port of the control and the phone page; 0, the default, takes a free one */
  readonly httpPort?: number;
  readonly pin?: string;
  /** eight digits; 12345678 by default */
  readonly puk?: string;
  /** network time in minutes east of UTC; 60 by default, so that a wrong sign shows */
  readonly zoneMinutes?: number;
  /** the network's time; the computer's by default */
  readonly now?: () => Date;
  /** what differs from DEFAULT_SETTINGS */
  readonly settings?: SettingsChange;
}

export interface SimulatedModem {
  readonly port: number;
  readonly httpPort: number;
  /** the log: every text given with Ctrl-Z, oldest first */
  submits(): readonly SubmitRecord[];
  /** what the phones show, newest first */
  phones(): PhoneMessage[];
  state(): ModemState;
  /** sends a message to the SIM; the parts in the order they come. Throws for what is no message. */
  inbound(message: InboundMessage): readonly InboundRecord[];
  /** every part sent to the SIM, oldest first */
  inboundParts(): readonly InboundRecord[];
  /** changes what it names; the rest stays */
  control(change: Control): void;
  /** resolves with the state as soon as the condition holds; rejects with the signal's reason */
  until(condition: (state: ModemState) => boolean, signal?: AbortSignal): Promise<ModemState>;
  close(): Promise<void>;
}

/** Starts a simulated modem in this process. Rejects when a port is taken or the state folder can't be written. */
export async function startSimulatedModem(options: SimulatedModemOptions): Promise<SimulatedModem> {
  const watchers = new Set<() => void>();
  const modem = new Modem({
    stateFolder: options.stateFolder,
    settings: changed(DEFAULT_SETTINGS, options.settings ?? {}),
    sim: { pin: options.pin ?? null, puk: options.puk ?? '12345678' },
    zoneMinutes: options.zoneMinutes ?? 60,
    now: options.now ?? (() => new Date()),
    onChange: (submit) => {
      http.tell(submit);
      for (const watcher of watchers) watcher();
    },
  });
  const http = new HttpServer(modem);
  modem.start();
  let closing: Promise<unknown> | undefined;
  return {
    port: await modem.line.listen(options.port ?? 0),
    httpPort: await http.listen(options.httpPort ?? 0),
    submits: () => modem.network.submits(),
    phones: () => phoneMessages(modem.network.submits()),
    state: () => modem.state(),
    inbound: (message) => modem.inbox.send(message),
    inboundParts: () => modem.inboundLog.all(),
    control: (change) => modem.control(control.parse(change)),
    until: (condition, signal) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const state = modem.state();
          if (!condition(state)) return;
          watchers.delete(look);
          resolve(state);
        };
        watchers.add(look);
        signal?.addEventListener('abort', () => watchers.delete(look) && reject(signal.reason), { once: true });
        look();
      }),
    close: async () => {
      closing ??= Promise.all([modem.close(), http.close()]);
      await closing;
    },
  };
}
