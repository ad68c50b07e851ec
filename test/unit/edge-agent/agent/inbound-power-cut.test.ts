import { expect, it } from 'vitest';
import type { InboundPart } from '../../../../edge-agent/src/ports.ts';
import { inboundEvents, phoneParts } from '../../../support/edge/inbound-parts.ts';
import { TEARS, type Tear } from '../../../support/edge/memory-disk.ts';
import { Office } from '../../../support/edge/office.ts';
import { Power } from '../../../support/edge/power.ts';

const SENDER = '+31612345678';

/** Reads what lies on the SIM card, one after the other; what was kept is deleted there. */
async function read(box: Office, sim: Set<InboundPart>): Promise<void> {
  for (const part of [...sim]) {
    box.modem.receive(part).then(
      () => sim.delete(part),
      () => {}, // it stays
    );
    await box.clock.advance(0);
    if (sim.has(part)) return;
  }
}

/** A long message, the wrong way round, and a short one come with the power cut at a point; then the box starts again. */
async function cutAndStartAgain(cutAt: number, tear: Tear) {
  const box = new Office();
  const sentAt = box.clock.now();
  const [one, two, three] = phoneParts({ sender: SENDER, texts: ['een ', 'twee ', 'drie'], sentAt });
  const [short] = phoneParts({ sender: SENDER, texts: ['Ja'], sentAt });
  const sim = new Set([three, one, short, two].filter((part) => part !== undefined));
  const power = new Power(cutAt);
  await box.start(power);
  await read(box, sim);
  await box.start(new Power(), box.disk.afterPowerCut(tear));
  await read(box, sim);
  return { box, sim, points: power.points };
}

it.each(TEARS)(
  'B1 B3 B5 a power cut at any point loses no part, and repeats no message (unsynced bytes %s)',
  async (tear) => {
    const { points } = await cutAndStartAgain(Number.POSITIVE_INFINITY, tear);
    expect(points).toBeGreaterThan(30);
    for (let cutAt = 1; cutAt <= points; cutAt += 1) {
      const { box, sim } = await cutAndStartAgain(cutAt, tear);
      const at = `cut at ${cutAt} of ${points}`;
      expect(sim.size, at).toBe(0);
      const told = inboundEvents(box.cloud).map(({ text, missing }) => ({ text, missing }));
      expect(told.map(({ text }) => text).sort(), at).toEqual(['Ja', 'een twee drie']);
    }
  },
);
