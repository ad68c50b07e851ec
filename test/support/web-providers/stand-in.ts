import type { Control, ToldInput } from '../../../local/web-provider/orders.ts';
import type { TakenMessage } from '../../../local/web-provider/taken-messages.ts';

/** The control of a web provider's stand-in. @param address host:port */
export function standIn(address: string) {
  const post = async (path: string, body: object) => {
    const answer = await fetch(`http://${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.status !== 200) throw new Error(`${path} was answered by ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as object;
  };
  return {
    control: (change: Control) => post('/control', change),
    tell: (what: ToldInput) => post('/tell', what),
    /** what it took for this number, or all: the judge of what was sent */
    async taken(to?: string): Promise<TakenMessage[]> {
      const all = (await (await fetch(`http://${address}/taken.json`)).json()) as TakenMessage[];
      return all.filter((message) => to === undefined || message.to === to);
    },
  };
}
