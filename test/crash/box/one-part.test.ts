import { dieAtEveryStep } from '../../support/crash/box/every-step.ts';

await dieAtEveryStep('one part');
