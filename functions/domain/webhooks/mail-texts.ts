import type { Language } from '../../../contract/catalogues/index.ts';

export interface SwitchedOffTexts {
  readonly subject: (agency: string) => string;
  readonly off: (agency: string, which: string) => string;
  readonly reason: Readonly<Record<'failing' | 'gone', string>>;
  readonly todo: (webhookId: string) => string;
}

export const switchedOffTexts: Readonly<Record<Language, SwitchedOffTexts>> = {
  nl: {
    subject: (agency) => `Webhook van ${agency} is uitgezet`,
    off: (agency, which) => `Heraut heeft een webhook van ${agency} uitgezet: ${which}.`,
    reason: {
      failing: 'Drie dagen lang is geen enkele bezorging gelukt.',
      gone: 'De ontvanger antwoordde dat hij niets meer wil ontvangen (HTTP 410).',
    },
    todo: (id) =>
      `Herstel de ontvanger en zet de webhook (${id}) weer aan. Wat hij gemist heeft, blijft 30 dagen bewaard en kan opnieuw worden verzonden.`,
  },
  de: {
    subject: (agency) => `Webhook von ${agency} wurde ausgeschaltet`,
    off: (agency, which) => `Heraut hat einen Webhook von ${agency} ausgeschaltet: ${which}.`,
    reason: {
      failing: 'Drei Tage lang ist keine Zustellung gelungen.',
      gone: 'Der Empfänger hat geantwortet, dass er nichts mehr empfangen will (HTTP 410).',
    },
    todo: (id) =>
      `Bringen Sie den Empfänger in Ordnung und schalten Sie den Webhook (${id}) wieder ein. Was er verpasst hat, bleibt 30 Tage erhalten und kann erneut gesendet werden.`,
  },
  pl: {
    subject: (agency) => `Webhook firmy ${agency} został wyłączony`,
    off: (agency, which) => `Heraut wyłączył webhook firmy ${agency}: ${which}.`,
    reason: {
      failing: 'Przez trzy dni nie udało się żadne doręczenie.',
      gone: 'Odbiorca odpowiedział, że nie chce już niczego otrzymywać (HTTP 410).',
    },
    todo: (id) =>
      `Napraw odbiorcę i włącz webhook (${id}) ponownie. To, co pominął, jest przechowywane przez 30 dni i można to wysłać jeszcze raz.`,
  },
  en: {
    subject: (agency) => `A webhook of ${agency} was switched off`,
    off: (agency, which) => `Heraut has switched off a webhook of ${agency}: ${which}.`,
    reason: {
      failing: 'For three days no delivery has succeeded.',
      gone: 'The receiver answered that it wants nothing more (HTTP 410).',
    },
    todo: (id) =>
      `Mend the receiver and turn the webhook (${id}) on again. What it missed is kept for 30 days and can be sent once more.`,
  },
};
