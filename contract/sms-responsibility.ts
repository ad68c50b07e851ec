/**
 * What somebody accepts for the agency before it offers SMS to its staff. The acceptance is kept with the version of the text:
 * changed words are a new version, and the old one stays known by its number.
 */
export const SMS_RESPONSIBILITY_VERSION = '2026-11';

export const smsResponsibilityTexts = {
  nl:
    'Wij zijn zelf verantwoordelijk voor de sms-berichten die wij versturen: voor hun inhoud, voor de toestemming van de ' +
    'ontvangers waar de wet die vraagt, en voor het naleven van de voorwaarden van onze sms-aanbieder.',
  de:
    'Für die SMS, die wir versenden, sind wir selbst verantwortlich: für ihren Inhalt, für die Einwilligung der Empfänger, wo ' +
    'das Gesetz sie verlangt, und dafür, dass die Bedingungen unseres SMS-Anbieters eingehalten werden.',
  pl:
    'Sami odpowiadamy za wysyłane przez nas wiadomości SMS: za ich treść, za zgodę odbiorców tam, gdzie wymaga jej prawo, ' +
    'oraz za przestrzeganie regulaminu naszego dostawcy SMS.',
  en:
    'We answer ourselves for the SMS that we send: for what they say, for the consent of their recipients where the law asks ' +
    'for it, and for keeping to the terms of our SMS provider.',
} as const;
