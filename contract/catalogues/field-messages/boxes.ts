import type { Translated } from './translated.ts';

/** Of the boxes in the office, and how they join. */
export const boxes = {
  'Give one of these kinds: pause, resume, reset-modem, ussd, read-log': {
    nl: 'Kies een van deze soorten: pause, resume, reset-modem, ussd, read-log',
    de: 'Geben Sie eine dieser Arten an: pause, resume, reset-modem, ussd, read-log',
    pl: 'Podaj jeden z rodzajów: pause, resume, reset-modem, ussd, read-log',
  },
  'A USSD code has 1 to 182 digits, * and #, such as *100#': {
    nl: 'Een USSD-code heeft 1 tot 182 cijfers, * en #, zoals *100#',
    de: 'Ein USSD-Code hat 1 bis 182 Ziffern, * und #, etwa *100#',
    pl: 'Kod USSD ma od 1 do 182 cyfr, * i #, na przykład *100#',
  },
  'Give a name that tells where the box is': {
    nl: 'Geef een naam die zegt waar het kastje staat',
    de: 'Geben Sie einen Namen an, der sagt, wo die Box steht',
    pl: 'Podaj nazwę, która mówi, gdzie stoi urządzenie',
  },
  'Give the join code': {
    nl: 'Vul de aanmeldcode in',
    de: 'Geben Sie den Beitrittscode an',
    pl: 'Podaj kod dołączenia',
  },
  'Give the certificate signing request in PEM': {
    nl: 'Geef de certificaataanvraag in PEM op',
    de: 'Geben Sie die Zertifikatsanfrage in PEM an',
    pl: 'Podaj żądanie certyfikatu w PEM',
  },
  'Its subject must be CN={name}': {
    nl: 'Het onderwerp moet CN={name} zijn',
    de: 'Sein Betreff muss CN={name} sein',
    pl: 'Podmiotem musi być CN={name}',
  },
  'Its subject must be one common name': {
    nl: 'Het onderwerp moet één common name zijn',
    de: 'Sein Betreff muss genau ein Common Name sein',
    pl: 'Podmiotem musi być jedna nazwa (common name)',
  },
  'Its key must be of P-256, or RSA of 2048 bits or more': {
    nl: 'De sleutel moet van P-256 zijn, of RSA van 2048 bits of meer',
    de: 'Sein Schlüssel muss P-256 sein, oder RSA mit 2048 Bit oder mehr',
    pl: 'Klucz musi być typu P-256 albo RSA o długości co najmniej 2048 bitów',
  },
  'It is not a certificate signing request (PKCS #10) in PEM': {
    nl: 'Dit is geen certificaataanvraag (PKCS #10) in PEM',
    de: 'Das ist keine Zertifikatsanfrage (PKCS #10) in PEM',
    pl: 'To nie jest żądanie certyfikatu (PKCS #10) w PEM',
  },
  'It must be signed by its own key, with SHA-256': {
    nl: 'Hij moet met de eigen sleutel zijn ondertekend, met SHA-256',
    de: 'Er muss mit dem eigenen Schlüssel unterschrieben sein, mit SHA-256',
    pl: 'Musi być podpisane własnym kluczem, z SHA-256',
  },
} as const satisfies Record<string, Translated>;
