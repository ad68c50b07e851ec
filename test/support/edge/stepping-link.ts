import type { Link } from '../../../edge-agent/src/ports.ts';
import { type Steps, step } from './steps.ts';

/** The link to the cloud, with a step for each message up and down. */
export function steppingLink(link: Link, steps: Steps): Link {
  return {
    connect: () => link.connect(),
    close: () => link.close(),
    onConnected: (listener) => link.onConnected(listener),
    publish(payload) {
      const type = typeOf(payload);
      // Told at its own pace, and nothing hangs on it.
      if (type === 'health') return link.publish(payload);
      return step(steps, [`publish ${type}`], () => link.publish(payload));
    },
    onMessage: (listener) =>
      link.onMessage((payload) => step(steps, [`take ${typeOf(payload)}`], () => listener(payload))),
  };
}

function typeOf(payload: string): string {
  return (JSON.parse(payload) as { type: string }).type;
}
