import type { Language } from '../../../../contract/catalogues/index.ts';
import type { MessageState } from '../../../../contract/message-states.ts';

export interface ExportWords {
  readonly headings: readonly string[];
  readonly states: Readonly<Record<MessageState, string>>;
}

export const EXPORT_WORDS: Readonly<Record<Language, ExportWords>> = {
  nl: {
    headings: [
      ...[
        'Aangenomen (UTC)',
        'Status',
        'Nummer',
        'Tekst',
        'Delen',
        'Credits',
        'Route',
        'Afzendernaam',
        'Verzonden door',
      ],
      ...['Ontvanger', 'Sjabloon', 'Verzending', 'Reden', 'Id'],
    ],
    states: {
      ...{ scheduled: 'gepland', accepted: 'wachtend', 'handed-over': 'bij het kastje', calling: 'bij de aanbieder' },
      ...{ submitted: 'verzonden', delivered: 'afgeleverd', undelivered: 'niet afgeleverd' },
      ...{ unconfirmed: 'onbevestigd', failed: 'mislukt', expired: 'verlopen', cancelled: 'geannuleerd' },
    },
  },
  de: {
    headings: [
      ...['Angenommen (UTC)', 'Status', 'Nummer', 'Text', 'Teile', 'Credits', 'Weg', 'Absendername', 'Gesendet von'],
      ...['Empfänger', 'Vorlage', 'Sendung', 'Grund', 'Id'],
    ],
    states: {
      ...{ scheduled: 'geplant', accepted: 'wartet', 'handed-over': 'bei der Box', calling: 'beim Anbieter' },
      ...{ submitted: 'gesendet', delivered: 'zugestellt', undelivered: 'nicht zugestellt' },
      ...{ unconfirmed: 'unbestätigt', failed: 'fehlgeschlagen', expired: 'abgelaufen', cancelled: 'storniert' },
    },
  },
  pl: {
    headings: [
      ...['Przyjęto (UTC)', 'Status', 'Numer', 'Treść', 'Części', 'Kredyty', 'Droga', 'Nazwa nadawcy', 'Wysłane przez'],
      ...['Odbiorca', 'Szablon', 'Wysyłka', 'Powód', 'Id'],
    ],
    states: {
      ...{ scheduled: 'zaplanowany', accepted: 'oczekuje', 'handed-over': 'w urządzeniu', calling: 'u dostawcy' },
      ...{ submitted: 'wysłany', delivered: 'doręczony', undelivered: 'niedoręczony' },
      ...{ unconfirmed: 'niepotwierdzony', failed: 'nieudany', expired: 'wygasł', cancelled: 'anulowany' },
    },
  },
  en: {
    headings: [
      ...['Accepted (UTC)', 'Status', 'Number', 'Text', 'Parts', 'Credits', 'Route', 'Sender name', 'Sent by'],
      ...['Recipient', 'Template', 'Batch', 'Reason', 'Id'],
    ],
    states: {
      ...{ scheduled: 'scheduled', accepted: 'waiting', 'handed-over': 'with the box', calling: 'with the provider' },
      ...{ submitted: 'sent', delivered: 'delivered', undelivered: 'undelivered' },
      ...{ unconfirmed: 'unconfirmed', failed: 'failed', expired: 'expired', cancelled: 'cancelled' },
    },
  },
};
