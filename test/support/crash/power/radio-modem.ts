import type { Clock } from '../../../../edge-agent/src/agent/environment.ts';
import type { Transport } from '../../../../edge-agent/src/ports.ts';
import { encodeStatusReport } from '../../../../local/modem/status-report-pdu.ts';
import { decodeSubmit } from '../../../../local/modem/submit-pdu.ts';
import { ScriptedModem } from '../../../edge/modem/scripted-modem.ts';
import type { SentPart } from '../judge.ts';

const OK = '\r\nOK\r\n';
const NO_SERVICE_CENTRE = '00';
const DELIVERED = 0;

/** A modem in memory with a network that delivers each text at once. Its log outlives the power; all else of it starts anew. */
export class RadioModem {
  readonly sent: SentPart[] = [];
  readonly #clock: Pick<Clock, 'now'>;
  /** delivery reports that the box has not acknowledged, oldest first */
  readonly #reports: string[] = [];

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  get reportsWaiting(): number {
    return this.#reports.length;
  }

  /** The line of the modem after its start. */
  line(): Transport {
    return new ScriptedModem()
      .on(/^AT\+CNMI=2,1,0,1/, () => OK + this.#nextReport())
      .on(/^AT\+CNMA/, () => {
        this.#reports.shift();
        return OK + this.#nextReport();
      })
      .onText((_, pdu) => {
        const isFirst = this.#reports.length === 0;
        const reference = this.#send(pdu);
        return `\r\n+CMGS: ${reference}\r\n${OK}${isFirst ? this.#nextReport() : ''}`;
      });
  }

  #send(pdu: string): number {
    const { number, userData } = decodeSubmit(pdu);
    const reference = this.sent.length % 256;
    this.sent.push({ part: userData.concatenation?.part ?? 1, text: userData.text });
    const at = this.#clock.now();
    this.#reports.push(
      encodeStatusReport({ reference, recipient: number, submittedAt: at, dischargedAt: at, status: DELIVERED }, 0),
    );
    return reference;
  }

  #nextReport(): string {
    const [report] = this.#reports;
    return report === undefined ? '' : `\r\n+CDS: ${report.length / 2}\r\n${NO_SERVICE_CENTRE}${report}\r\n`;
  }
}
