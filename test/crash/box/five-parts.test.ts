import { dieAtEveryStep } from '../../support/crash/box/every-step.ts';

await dieAtEveryStep('five parts');
