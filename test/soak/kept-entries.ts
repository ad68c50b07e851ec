import { Session } from 'node:inspector/promises';

const COLLECTIONS = ['Map', 'Set'] as const;

/** Entries of all maps and sets of this process, whoever holds them: what grows with the messages shows here. */
export async function keptEntries(): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    let entries = 0;
    for (const name of COLLECTIONS) {
      const prototype = await session.post('Runtime.evaluate', { expression: `${name}.prototype` });
      const { objects } = await session.post('Runtime.queryObjects', {
        prototypeObjectId: String(prototype.result.objectId),
      });
      const { result } = await session.post('Runtime.callFunctionOn', {
        objectId: String(objects.objectId),
        functionDeclaration: 'function () { return this.reduce((sum, { size }) => sum + size, 0); }',
        returnByValue: true,
      });
      entries += Number(result.value);
    }
    return entries;
  } finally {
    session.disconnect();
  }
}
