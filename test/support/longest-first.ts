import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes longest, in the order in which it begins: a long file that begins last keeps one of two workers idle until it ends.
 * Those of crash take turns: what starts a stack, and what only starts agents.
 */
export const LONG_FILES = [
  'unit/model/message-life',
  'unit/messaging/exports/run-export',
  'contract/worker-login',
  'contract/route-table',
  'contract/own-account',
  'contract/hirer-fields',
  'contract/batches/killed-batch',
  'contract/second-factor',
  'integration/model/message-life',
  'integration/local/start',
  'integration/access/spraying',
  'integration/credits/accepts-under-load',
  'integration/access/operator-commands',
  'integration/edge/joining',
  'crash/provider-kill-points',
  'crash/box/five-parts',
  'crash/kill-points',
  'crash/box/one-part',
  'crash/power/each-step',
  'crash/batches',
  'crash/power/revoke',
  'edge/modem/simulated-faults',
  'edge/agent/mqtt-link',
  'edge/modem/simulated-modem',
  'e2e/docs-page',
  'e2e/web/recovery',
  'e2e/web/second-factor',
  'e2e/web/messages',
  'e2e/web/accessibility',
] as const;

const places = new Map(LONG_FILES.map((name, place) => [`test/${name}.test.ts`, place]));

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project, moduleId }: TestSpecification) =>
      places.get(relative(project.config.root, moduleId)) ?? LONG_FILES.length;
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
