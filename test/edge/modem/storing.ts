import { OK } from './driver.ts';
import type { ScriptedModem } from './scripted-modem.ts';

/** Reference 214, +31628870634, delivered (python-gsmmodem, test_pdu.py). */
export const DELIVERED = '0006D60B911326880736F4111011719551401110117195714000';

/** A modem that stores reports in SR, and keeps what is stored; it tells how many slots it has if `total` is given. */
export function storing(slots: Map<number, string>, total?: number): (modem: ScriptedModem) => void {
  const entry = (head: string, pdu: string) => `\r\n${head}0,,${pdu.length / 2 - 1}\r\n${pdu}\r\n`;
  return (modem) =>
    modem
      .on(/^AT\+CPMS="SR"$/, () => (total === undefined ? OK : `\r\n+CPMS: ${slots.size},${total}\r\n${OK}`))
      .on(/^AT\+CNMI=2,1,0,2,0$/, OK)
      .on(/^AT\+CMGR=/, (_, said) => {
        const pdu = slots.get(Number(said.split('=')[1]));
        return pdu === undefined ? OK : entry('+CMGR: ', pdu) + OK;
      })
      .on(/^AT\+CMGL=/, () => [...slots].map(([slot, pdu]) => entry(`+CMGL: ${slot},`, pdu)).join('') + OK)
      .on(/^AT\+CMGD=/, (_, said) => {
        slots.delete(Number(said.split('=')[1]));
        return OK;
      });
}
