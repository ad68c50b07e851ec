import type { ErrorCatalogue } from './index.ts';

export const de: ErrorCatalogue = {
  'invalid-request': {
    title: 'Die Anfrage ist nicht gültig',
    action: 'Berichtigen Sie die unter errors genannten Felder.',
  },
  'invalid-json': {
    title: 'Der Inhalt ist kein JSON',
    action: 'Senden Sie ein JSON-Objekt mit content-type application/json.',
  },
  'idempotency-key-missing': {
    title: 'Der Header Idempotency-Key fehlt',
    action:
      'Senden Sie einen eigenen Schlüssel (1 bis 128 sichtbare Zeichen), der gleich bleibt, wenn Sie die Anfrage wiederholen.',
  },
  'idempotency-key-invalid': {
    title: 'Der Header Idempotency-Key ist nicht gültig',
    action: 'Senden Sie 1 bis 128 sichtbare ASCII-Zeichen ohne Leerzeichen.',
  },
  'not-logged-in': {
    title: 'Sie sind nicht angemeldet',
    action: 'Melden Sie sich an oder senden Sie ein gültiges API-Token.',
  },
  'login-failed': {
    title: 'Diese Anmeldedaten sind nicht gültig',
    action:
      'Prüfen Sie Benutzername und Passwort. Nach drei falschen Versuchen ist die Anmeldung gesperrt: Warten Sie 15 Minuten oder fragen Sie Ihre Agentur.',
  },
  'insufficient-credit': {
    title: 'Es sind nicht genug Credits vorhanden',
    action: 'Bitten Sie Ihren Betreiber um weitere Credits.',
  },
  'not-permitted': {
    title: 'Das dürfen Sie nicht',
    action: 'Bitten Sie Ihre Administration um die unter errors genannte Berechtigung.',
  },
  'login-data-must-change': {
    title: 'Wählen Sie zuerst einen eigenen Benutzernamen und ein eigenes Passwort',
    action: 'Senden Sie beide an PUT /v1/session/login-data; vorher geht nichts anderes.',
  },
  'second-factor-required': {
    title: 'Der zweite Faktor fehlt',
    action: 'Geben Sie ihn an oder richten Sie einen ein.',
  },
  'second-factor-failed': {
    title: 'Dieser Code stimmt nicht',
    action: 'Nehmen Sie den jetzigen Code der App oder einen Wiederherstellungscode.',
  },
  'passkey-refused': {
    title: 'Dieser Passkey wurde nicht angenommen',
    action:
      'Beginnen Sie neu, innerhalb von fünf Minuten, mit einem Passkey dieses Kontos, der nach Fingerabdruck, Gesicht oder PIN fragt.',
  },
  'join-code-refused': {
    title: 'Dieser Beitrittscode ist nicht gültig',
    action: 'Er ist falsch, schon benutzt oder älter als 24 Stunden: Lassen Sie sich einen neuen geben.',
  },
  'confirmation-needed': {
    title: 'Geben Sie zuerst Ihr Passwort noch einmal ein',
    action: 'Senden Sie es an POST /v1/session/confirmation; ändern Sie dies danach binnen 5 Minuten.',
  },
  'confirmation-failed': {
    title: 'Dieses Passwort ist nicht richtig',
    action: 'Versuchen Sie es noch einmal; nach drei falschen werden Sie abgemeldet.',
  },
  'code-refused': {
    title: 'Dieser Code ist nicht gültig',
    action: 'Er ist falsch, schon benutzt oder älter als 10 Minuten: Fordern Sie einen neuen an.',
  },
  'wrong-origin': {
    title: 'Die Anfrage kommt nicht von dieser Seite',
    action: 'Verwenden Sie die Web-App oder ein API-Token.',
  },
  'not-found': { title: 'Das gibt es nicht', action: 'Prüfen Sie die Adresse und die Id.' },
  'method-not-allowed': {
    title: 'Diese Adresse kennt die Methode nicht',
    action: 'Unter /docs stehen die Methoden, die sie kennt.',
  },
  'name-taken': { title: 'Dieser Name ist schon vergeben', action: 'Wählen Sie einen anderen Namen.' },
  'box-not-joined': {
    title: 'Diese Box ist noch nicht angemeldet',
    action: 'Installieren oder starten Sie die Box, und fragen Sie dann noch einmal.',
  },
  'sms-service-off': {
    title: 'Der SMS-Service ist ausgeschaltet',
    action: 'Bitten Sie Ihre Administration, ihn in den SMS-Einstellungen einzuschalten (Variable 1400).',
  },
  'sms-not-offered': {
    title: 'SMS sind für Mitarbeitende nicht freigegeben',
    action: 'Bitten Sie Ihre Administration, sie in den SMS-Einstellungen freizugeben.',
  },
  'sms-role-missing': {
    title: 'SMS sind Mitarbeitenden mit einer anderen Rolle vorbehalten',
    action: 'Bitten Sie Ihre Administration um die Rolle, die in den SMS-Einstellungen steht.',
  },
  'responsibility-not-accepted': {
    title: 'Niemand hat bestätigt, dass die Agentur für ihre SMS verantwortlich ist',
    action: 'Bestätigen Sie das in den SMS-Einstellungen, und geben Sie SMS dann frei.',
  },
  'sender-name-fixed': {
    title: 'Der Absendername darf nicht geändert werden',
    action: 'Lassen Sie ihn weg: Der Name der Agentur wird angezeigt.',
  },
  'no-mobile-number': {
    title: 'Es gibt keine Nummer, an die eine SMS gehen kann',
    action: 'Hinterlegen Sie dort eine Mobilnummer; was mit den anderen nicht stimmt, steht unter errors.',
  },
  'template-field-empty': {
    title: 'Die Vorlage nennt etwas, das nicht hinterlegt ist',
    action: 'Hinterlegen Sie, was unter errors steht, oder nehmen Sie eine andere Vorlage.',
  },
  'recipient-opted-out': {
    title: 'Die Person hat SMS abbestellt',
    action: 'Schreiben Sie eine E-Mail.',
  },
  'marketing-not-agreed': {
    title: 'Es ist nicht festgehalten, dass die Person Werbung per SMS möchte',
    action: 'Halten Sie es zuerst fest: PUT /v1/marketing-consents.',
  },
  'sending-stopped': {
    title: 'Der Versand ist angehalten',
    action: 'Fragen Sie Ihren Betreiber, wann er wieder beginnt.',
  },
  'message-not-ended': {
    title: 'Diese Nachricht ist noch unterwegs',
    action: 'Warten Sie, bis sie gesendet oder fehlgeschlagen ist, oder brechen Sie sie ab.',
  },
  'message-not-unconfirmed': {
    title: 'An dieser Nachricht besteht kein Zweifel',
    action: 'Nur über eine unbestätigte Nachricht kann entschieden werden.',
  },
  'message-not-scheduled': {
    title: 'Diese Nachricht wartet nicht auf ihre Zeit',
    action:
      'Sehen Sie ihren Status an: Nur eine geplante Nachricht kann eine andere Zeit oder einen anderen Text bekommen.',
  },
  'message-not-cancellable': {
    title: 'Diese Nachricht kann nicht mehr storniert werden',
    action: 'Sehen Sie den Status an: Nur was das Modem noch nicht hat, kann storniert werden.',
  },
  'action-not-possible': {
    title: 'Das ist jetzt nicht möglich',
    action: 'Sehen Sie nach dem jetzigen Status; er steht unter errors.',
  },
  'last-administrator': {
    title: 'Es muss einen Administrator geben',
    action: 'Machen Sie zuerst einen anderen aktiven Mitarbeiter mit Anmeldedaten zum Administrator.',
  },
  'still-in-use': {
    title: 'Darauf verweist noch etwas',
    action: 'Entfernen Sie zuerst, was darauf verweist; schalten Sie den Portalzugang einer Kraft ab.',
  },
  'invitation-not-valid': {
    title: 'Diese Einladung ist nicht gültig',
    action: 'Sie ist benutzt, alt, oder es gibt eine neuere: Bitten Sie um eine andere.',
  },
  'changed-meanwhile': {
    title: 'Jemand anders hat dies inzwischen geändert',
    action: 'Lesen Sie es noch einmal und ändern Sie den jetzigen Stand.',
  },
  'too-many-boxes': { title: 'Es gibt schon 100 Boxen', action: 'Entfernen Sie eine, die nicht mehr benutzt wird.' },
  'too-many-passkeys': {
    title: 'Sie haben schon 10 Passkeys',
    action: 'Entfernen Sie einen, den Sie nicht mehr nutzen.',
  },
  'too-many-webhooks': {
    title: 'Es gibt schon 10 Webhooks',
    action: 'Entfernen Sie einen, der nicht mehr benutzt wird.',
  },
  'export-not-done': {
    title: 'Die Datei ist noch nicht fertig',
    action: 'Kommen Sie wieder, wenn ihr Stand done ist.',
  },
  'webhook-off': {
    title: 'Der Webhook ist ausgeschaltet',
    action: 'Schalten Sie ihn zuerst ein; was er verpasst hat, kann dann erneut gesendet werden.',
  },
  'body-too-large': { title: 'Der Inhalt ist größer als 256 kB', action: 'Senden Sie weniger in einer Anfrage.' },
  'unsupported-media-type': {
    title: 'Der Inhalt hat den falschen content-type',
    action: 'Senden Sie content-type application/json.',
  },
  'idempotency-key-reused': {
    title: 'Dieser Idempotency-Key wurde schon für eine andere Anfrage verwendet',
    action: 'Verwenden Sie für eine neue Anfrage einen neuen Schlüssel.',
  },
  'certificate-request-invalid': {
    title: 'Diese Zertifikatsanforderung ist nicht gültig',
    action: 'Berichtigen Sie, was unter errors steht, und fragen Sie mit demselben Code noch einmal.',
  },
  'number-invalid': {
    title: 'Das ist keine Telefonnummer',
    action: 'Geben Sie eine Mobilnummer an, am besten als +31612345678.',
  },
  'modem-unknown': { title: 'Dieses Modem gibt es nicht', action: 'Wählen Sie ein Modem aus der Liste dieser Box.' },
  'number-not-mobile': { title: 'Diese Nummer kann keine SMS empfangen', action: 'Geben Sie eine Mobilnummer an.' },
  'text-too-long': { title: 'Der Text ist zu lang', action: 'Kürzen Sie ihn auf höchstens 10 Teile.' },
  'provider-account-refused': {
    title: 'Der Anbieter lehnt dieses Konto ab',
    action: 'Sehen Sie unter errors, was er sagte, und prüfen Sie die Zugangsdaten beim Anbieter.',
  },
  'provider-not-set-up': {
    title: 'Bei diesem Anbieter ist kein Konto eingerichtet',
    action: 'Richten Sie es zuerst ein: PUT /v1/providers/{provider}.',
  },
  'version-missing': {
    title: 'Der Header If-Match fehlt',
    action: 'Senden Sie die Version, die Sie gesehen haben, so wie sie in ETag steht.',
  },
  'too-many-tries': {
    title: 'Zu viele Versuche',
    action: 'Warten Sie so lange, wie Retry-After sagt, und versuchen Sie es dann noch einmal.',
  },
  'internal-error': {
    title: 'Bei uns ist etwas schiefgegangen',
    action: 'Versuchen Sie es erneut; wenn es bleibt, nennen Sie uns die requestId.',
  },
  'temporarily-unavailable': {
    title: 'Ein Teil des Dienstes ist gerade nicht erreichbar',
    action: 'Wiederholen Sie die Anfrage mit demselben Idempotency-Key nach der Zeit in Retry-After.',
  },
};
