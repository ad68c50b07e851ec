import { PROFILES, type ProfileName } from '../../../local/modem/profiles.ts';
import { OK } from './driver.ts';
import type { ScriptedModem } from './scripted-modem.ts';

/** Says the name by which the driver knows the family. */
export function asFamily(modem: ScriptedModem, profile: ProfileName): ScriptedModem {
  const { manufacturer, model, revision } = PROFILES[profile];
  return modem
    .on(/CGMI/, `\r\n${manufacturer}\r\n${OK}`)
    .on(/CGMM/, `\r\n${model}\r\n${OK}`)
    .on(/CGMR/, `\r\n${revision}\r\n${OK}`);
}
