import type { ModemAddress } from '../modem-address.ts';
import type { Transport } from '../ports.ts';
import { heldByAnother, portProblem } from './port-problem.ts';

/** There is no modem to speak with; the message says what to do. */
export class NoContact extends Error {
  override readonly name = 'NoContact';
}

export interface FirstContact {
  readonly transport: Transport;
  /** Resolves when the modem first says something. Rejects with NoContact if the port does not open, or is closed before that by others. */
  readonly made: Promise<void>;
}

/** A service tries until a modem is there; a person wants to know at once why it is not. */
export function firstContact(transport: Transport, address: ModemAddress, written: string): FirstContact {
  const made = Promise.withResolvers<void>();
  made.promise.catch(() => {}); // whoever waits for it has the error
  let closing = false;
  return {
    made: made.promise,
    transport: {
      ...transport,
      async open() {
        try {
          await transport.open();
        } catch (error) {
          made.reject(new NoContact(await portProblem(address, error as Error), { cause: error }));
          throw error;
        }
      },
      onData: (listener) =>
        transport.onData((bytes) => {
          made.resolve();
          listener(bytes);
        }),
      onClose: (listener) =>
        transport.onClose((reason) => {
          if (!closing)
            made.reject(new NoContact(address.kind === 'tcp' ? heldByAnother(written) : `${written}: ${reason}`));
          listener(reason);
        }),
      close() {
        closing = true;
        return transport.close();
      },
    },
  };
}
