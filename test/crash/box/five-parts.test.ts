import { dieAtEveryStep } from '../../support/crash/box/every-step.ts';
import { TEXTS } from '../../support/crash/texts.ts';

// This modem gives its reports directly, and each is acknowledged to it.
await dieAtEveryStep('five parts', {
  text: TEXTS['five parts'],
  modem: { profile: 'simcom' },
});
