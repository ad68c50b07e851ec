import { dieAtEveryStep } from '../../support/crash/box/every-step.ts';

// What the modem is asked meanwhile has nothing to do with it.
await dieAtEveryStep('overtaken by its revoke', /^(append|sync|remove|publish|take) /);
