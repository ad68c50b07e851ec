import type * as z from 'zod/mini';
import { boxProblemTexts } from '../../../contract/catalogues/box-problems.ts';
import type { Language } from '../../../contract/catalogues/index.ts';
import type { boxAnswer } from '../../../contract/routes/boxes.ts';
import type { Box } from '../messaging/model.ts';
import type { Boxes } from '../messaging/ports.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import { findProblems } from './find-problems.ts';
import { type BoxHealth, type Healths, isAlive } from './health.ts';

type Answer = z.input<typeof boxAnswer>;

export interface ReadBoxesDependencies {
  readonly boxes: Pick<Boxes, 'find' | 'list'>;
  readonly healths: Pick<Healths, 'find' | 'list'>;
  readonly clock: Clock;
}

export async function listBoxes(
  { boxes, healths, clock }: ReadBoxesDependencies,
  tenantId: string,
  language: Language,
): Promise<Answer[]> {
  const [found, known] = await Promise.all([boxes.list(tenantId), healths.list(tenantId)]);
  const now = clock.now();
  return found
    .filter(({ removedAt }) => removedAt === undefined)
    .map((box) =>
      describe(
        box,
        known.find(({ boxId }) => boxId === box.boxId),
        language,
        now,
      ),
    );
}

/** @throws DomainError `not-found` */
export async function getBox(
  { boxes, healths, clock }: ReadBoxesDependencies,
  tenantId: string,
  boxId: string,
  language: Language,
): Promise<Answer> {
  const [box, health] = await Promise.all([boxes.find(tenantId, boxId), healths.find({ tenantId, boxId })]);
  if (!box || box.removedAt !== undefined) throw new DomainError('not-found');
  return describe(box, health, language, clock.now());
}

function describe(box: Box, health: BoxHealth | undefined, language: Language, now: Date): Answer {
  return {
    id: box.boxId,
    name: box.name,
    alive: isAlive(health, now),
    ...(health && { heardAt: health.heardAt }),
    problems: findProblems(box, health, now).map((problem) => ({
      ...problem,
      text: boxProblemTexts[language][problem.code],
    })),
    ...(box.outOfUse && { outOfUse: box.outOfUse }),
    ...(health?.report && { health: health.report }),
  };
}
