import type { BoxProblem } from '../box-problems.ts';
import type { Language } from './index.ts';

/** What is wrong and what to do, for the people of the office. */
export const boxProblemTexts: Readonly<Record<Language, Readonly<Record<BoxProblem, string>>>> = {
  en: {
    'not-joined': 'The box has not joined yet. Install it, or start it.',
    silent: 'Nothing has been heard of the box. See that it has power and network.',
    'no-health':
      'The box is heard of, but does not tell how it is, so nobody knows. Restart it; if it stays, ask your operator.',
    quarantined: 'The disk of the box is not the one it was. Ask your operator; nothing is sent from it until then.',
    'disk-low': 'The disk of the box is almost full. Make room before it stops.',
    'clock-off': 'The clock of the box is off by more than a minute. Let it take the time from the network.',
    'certificate-ends-soon': 'The certificate of the box ends within 30 days. Ask your operator to renew it.',
    'modem-out-of-reach': 'The modem does not answer; the box tries again. If it stays: see its power and cable.',
    'modem-given-up': 'The modem has not answered for long. See its power, its cable and the SIM card.',
    'sim-not-ready': 'The SIM card cannot be used. See that it is in its place, and that its PIN is set.',
    'no-network': 'The modem has no network. See the antenna and the SIM card.',
    paused: 'The modem is paused: it is given nothing to send until it is resumed.',
  },
  nl: {
    'not-joined': 'Het kastje is nog niet aangemeld. Installeer het of start het.',
    silent: 'Er is niets van het kastje gehoord. Controleer stroom en netwerk.',
    'no-health':
      'Het kastje laat van zich horen, maar meldt zijn toestand niet. Herstart het; blijft het zo, vraag uw beheerder.',
    quarantined:
      'De schijf van het kastje is niet meer dezelfde. Vraag uw beheerder; tot dan wordt er niets mee verzonden.',
    'disk-low': 'De schijf van het kastje is bijna vol. Maak ruimte voordat het stopt.',
    'clock-off': 'De klok van het kastje loopt meer dan een minuut verkeerd. Laat het de tijd van het netwerk nemen.',
    'certificate-ends-soon':
      'Het certificaat van het kastje verloopt binnen 30 dagen. Vraag uw beheerder het te vernieuwen.',
    'modem-out-of-reach':
      'De modem antwoordt niet; het kastje probeert het opnieuw. Blijft het zo: controleer stroom en kabel.',
    'modem-given-up': 'De modem antwoordt al lang niet. Controleer stroom, kabel en simkaart.',
    'sim-not-ready': 'De simkaart is niet te gebruiken. Controleer of zij goed zit en of de pincode is ingesteld.',
    'no-network': 'De modem heeft geen netwerk. Controleer antenne en simkaart.',
    paused: 'De modem is gepauzeerd: hij krijgt niets te verzenden tot hij wordt hervat.',
  },
  de: {
    'not-joined': 'Die Box ist noch nicht angemeldet. Installieren oder starten Sie sie.',
    silent: 'Von der Box ist nichts zu hören. Prüfen Sie Strom und Netzwerk.',
    'no-health':
      'Die Box ist zu hören, meldet aber ihren Zustand nicht. Starten Sie sie neu; bleibt es so, fragen Sie Ihren Betreiber.',
    quarantined:
      'Die Festplatte der Box ist nicht mehr dieselbe. Fragen Sie Ihren Betreiber; bis dahin sendet sie nichts.',
    'disk-low': 'Die Festplatte der Box ist fast voll. Schaffen Sie Platz, bevor sie stehen bleibt.',
    'clock-off': 'Die Uhr der Box geht um mehr als eine Minute falsch. Lassen Sie sie die Zeit aus dem Netz nehmen.',
    'certificate-ends-soon':
      'Das Zertifikat der Box läuft in weniger als 30 Tagen ab. Bitten Sie Ihren Betreiber, es zu erneuern.',
    'modem-out-of-reach':
      'Das Modem antwortet nicht; die Box versucht es weiter. Bleibt es so: Prüfen Sie Strom und Kabel.',
    'modem-given-up': 'Das Modem antwortet seit Langem nicht. Prüfen Sie Strom, Kabel und SIM-Karte.',
    'sim-not-ready': 'Die SIM-Karte ist nicht benutzbar. Prüfen Sie, ob sie richtig sitzt und die PIN eingestellt ist.',
    'no-network': 'Das Modem hat kein Netz. Prüfen Sie Antenne und SIM-Karte.',
    paused: 'Das Modem ist angehalten: Es bekommt nichts zu senden, bis es fortgesetzt wird.',
  },
  pl: {
    'not-joined': 'Urządzenie nie jest jeszcze podłączone. Zainstaluj je lub uruchom.',
    silent: 'Brak wiadomości od urządzenia. Sprawdź zasilanie i sieć.',
    'no-health':
      'Urządzenie się odzywa, ale nie podaje swojego stanu. Uruchom je ponownie; jeśli to trwa, zapytaj operatora.',
    quarantined:
      'Dysk urządzenia nie jest już ten sam. Zapytaj operatora; do tego czasu nic nie zostanie z niego wysłane.',
    'disk-low': 'Dysk urządzenia jest prawie pełny. Zrób miejsce, zanim się zatrzyma.',
    'clock-off': 'Zegar urządzenia myli się o ponad minutę. Ustaw pobieranie czasu z sieci.',
    'certificate-ends-soon': 'Certyfikat urządzenia wygasa w ciągu 30 dni. Poproś operatora o odnowienie.',
    'modem-out-of-reach': 'Modem nie odpowiada; urządzenie próbuje dalej. Jeśli to trwa: sprawdź zasilanie i kabel.',
    'modem-given-up': 'Modem od dawna nie odpowiada. Sprawdź zasilanie, kabel i kartę SIM.',
    'sim-not-ready': 'Karty SIM nie można użyć. Sprawdź, czy jest dobrze włożona i czy ustawiono PIN.',
    'no-network': 'Modem nie ma sieci. Sprawdź antenę i kartę SIM.',
    paused: 'Modem jest wstrzymany: do wznowienia nie dostanie nic do wysłania.',
  },
};
