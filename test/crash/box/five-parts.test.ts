import { dieAtEveryStep } from '../../support/crash/box/every-step.ts';

// This modem gives its reports directly, and each is acknowledged to it.
await dieAtEveryStep('five parts', {
  text: 'Werk morgen van zeven tot vier. '.repeat(23),
  modem: { profile: 'simcom' },
});
