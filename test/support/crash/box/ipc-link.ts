import type { Link } from '../../../../edge-agent/src/ports.ts';

/** From the box: a message to be published; `taken` answers a `deliver`. */
export type FromBox = { readonly publish: string; readonly id: number } | { readonly taken: number };
/** To the box: `published` answers a `publish`. */
export type ToBox = { readonly published: number } | { readonly deliver: string; readonly id: number };

/** The link of an agent to a broker that is the process which started it. */
export function ipcLink(): Link {
  const publishing = new Map<number, () => void>();
  let listener: (payload: string) => Promise<void> = async () => {};
  let onConnected: (fresh: boolean) => void = () => {};
  let published = 0;

  process.on('message', (message: ToBox) => {
    if ('published' in message) {
      publishing.get(message.published)?.();
      publishing.delete(message.published);
    } else {
      // What the agent could not take it is given again after the next hello.
      listener(message.deliver).then(
        () => send({ taken: message.id }),
        () => {},
      );
    }
  });
  return {
    publish(payload) {
      published += 1;
      const id = published;
      return new Promise((resolve) => {
        publishing.set(id, resolve);
        send({ publish: payload, id });
      });
    },
    onMessage(next) {
      listener = next;
    },
    onConnected(next) {
      onConnected = next;
    },
    connect: () => onConnected(true),
    close: async () => process.disconnect(),
  };
}

function send(message: FromBox): void {
  process.send?.(message);
}
