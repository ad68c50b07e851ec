import type { Language } from '../../../../contract/catalogues/index.ts';

/** The first line of a file of messages. */
export const EXPORT_HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    ...['Aangenomen (UTC)', 'Status', 'Nummer', 'Tekst', 'Delen', 'Credits', 'Route', 'Afzendernaam', 'Verzonden door'],
    ...['Ontvanger', 'Sjabloon', 'Verzending', 'Reden', 'Id'],
  ],
  de: [
    ...['Angenommen (UTC)', 'Status', 'Nummer', 'Text', 'Teile', 'Credits', 'Weg', 'Absendername', 'Gesendet von'],
    ...['Empfänger', 'Vorlage', 'Sendung', 'Grund', 'Id'],
  ],
  pl: [
    ...['Przyjęto (UTC)', 'Status', 'Numer', 'Treść', 'Części', 'Kredyty', 'Droga', 'Nazwa nadawcy', 'Wysłane przez'],
    ...['Odbiorca', 'Szablon', 'Wysyłka', 'Powód', 'Id'],
  ],
  en: [
    ...['Accepted (UTC)', 'Status', 'Number', 'Text', 'Parts', 'Credits', 'Route', 'Sender name', 'Sent by'],
    ...['Recipient', 'Template', 'Batch', 'Reason', 'Id'],
  ],
};
