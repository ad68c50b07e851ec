import { setTimeout as pause } from 'node:timers/promises';

const TRIES = 5;
const PAUSE = 500;

/** Calls an address until it is answered as the provider wants, a few times at most. */
export async function tell(url: string, request: RequestInit, isTaken: (body: string) => boolean): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    if (tries > 1) await pause(PAUSE);
    try {
      const answer = await fetch(url, { ...request, signal: AbortSignal.timeout(5_000) });
      const body = await answer.text();
      if (answer.status === 200 && isTaken(body)) return;
      console.error(`a callback was answered by ${answer.status}`);
    } catch (error) {
      console.error('a callback was not answered:', error instanceof Error ? error.message : error);
    }
  }
}
