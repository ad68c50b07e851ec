import { dieAtEveryStep } from '../../support/crash/box/every-step.ts';
import { TEXTS } from '../../support/crash/texts.ts';

// This modem stores its reports; they come when the first look at its memory is over, so that each is read alone.
await dieAtEveryStep('one part', { text: TEXTS['one part'], modem: { profile: 'generic', reportDelayMs: 100 } });
