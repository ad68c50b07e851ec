import type { ErrorCatalogue } from './index.ts';

export const nl: ErrorCatalogue = {
  'invalid-request': { title: 'De aanvraag is niet geldig', action: 'Verbeter de velden die onder errors staan.' },
  'invalid-json': {
    title: 'De inhoud is geen JSON',
    action: 'Stuur een JSON-object met content-type application/json.',
  },
  'idempotency-key-missing': {
    title: 'De header Idempotency-Key ontbreekt',
    action: 'Stuur een eigen sleutel (1 tot 128 zichtbare tekens) die gelijk blijft als u deze aanvraag herhaalt.',
  },
  'idempotency-key-invalid': {
    title: 'De header Idempotency-Key is niet geldig',
    action: 'Stuur 1 tot 128 zichtbare ASCII-tekens, zonder spaties.',
  },
  'not-logged-in': { title: 'U bent niet ingelogd', action: 'Log in, of stuur een geldig API-token mee.' },
  'login-failed': {
    title: 'Deze inloggegevens zijn niet geldig',
    action:
      'Controleer de gebruikersnaam en het wachtwoord. Na drie foute pogingen is inloggen geblokkeerd: wacht 15 minuten, of vraag uw uitzendbureau.',
  },
  'insufficient-credit': { title: 'Er zijn niet genoeg credits', action: 'Vraag uw beheerder om meer credits.' },
  'not-permitted': { title: 'Dit mag u niet doen', action: 'Vraag uw beheerder om het recht dat onder errors staat.' },
  'login-data-must-change': {
    title: 'Kies eerst een eigen gebruikersnaam en wachtwoord',
    action: 'Stuur ze naar PUT /v1/session/login-data; eerder werkt er niets anders.',
  },
  'second-factor-required': { title: 'De tweede factor ontbreekt', action: 'Geef die op of stel er een in.' },
  'second-factor-failed': {
    title: 'Deze code klopt niet',
    action: 'Neem de huidige code van de app, of een herstelcode.',
  },
  'passkey-refused': {
    title: 'Deze passkey is niet geaccepteerd',
    action:
      'Begin opnieuw, binnen vijf minuten, met een passkey van dit account die om uw vingerafdruk, gezicht of pincode vraagt.',
  },
  'join-code-refused': {
    title: 'Deze koppelcode is niet geldig',
    action: 'De code is fout, al gebruikt of ouder dan 24 uur: vraag een nieuwe aan.',
  },
  'confirmation-needed': {
    title: 'Geef eerst opnieuw uw wachtwoord',
    action: 'Doe dit bij POST /v1/session/confirmation; wijzig dit daarna binnen 5 minuten.',
  },
  'confirmation-failed': {
    title: 'Dit wachtwoord klopt niet',
    action: 'Probeer het opnieuw; na drie foute wordt u uitgelogd.',
  },
  'code-refused': {
    title: 'Deze code is niet geldig',
    action: 'De code is fout, al gebruikt of ouder dan 10 minuten: vraag een nieuwe aan.',
  },
  'wrong-origin': { title: 'De aanvraag komt niet van deze site', action: 'Gebruik de webapp, of een API-token.' },
  'not-found': { title: 'Dit bestaat niet', action: 'Controleer het adres en het id.' },
  'method-not-allowed': { title: 'Dit adres kent die methode niet', action: 'Kijk op /docs welke methoden het kent.' },
  'name-taken': { title: 'Deze naam is al in gebruik', action: 'Kies een andere naam.' },
  'box-not-joined': {
    title: 'Dit kastje is nog niet aangemeld',
    action: 'Installeer of start het kastje en vraag het daarna opnieuw.',
  },
  'sms-service-off': {
    title: 'De sms-dienst staat uit',
    action: 'Vraag uw beheerder om deze in te schakelen bij de sms-instellingen (variabele 1400).',
  },
  'sms-not-offered': {
    title: 'Sms-berichten zijn niet beschikbaar voor medewerkers',
    action: 'Vraag uw beheerder om ze beschikbaar te stellen bij de sms-instellingen.',
  },
  'sms-role-missing': {
    title: 'Sms-berichten zijn voor medewerkers met een andere rol',
    action: 'Vraag uw beheerder om de rol die bij de sms-instellingen staat.',
  },
  'responsibility-not-accepted': {
    title: 'Niemand heeft aanvaard dat het bureau verantwoordelijk is voor zijn sms-berichten',
    action: 'Aanvaard dit bij de sms-instellingen, en stel ze daarna beschikbaar.',
  },
  'sender-name-fixed': {
    title: 'De naam van de afzender mag niet worden gewijzigd',
    action: 'Laat de naam weg: die van het bureau wordt getoond.',
  },
  'no-mobile-number': {
    title: 'Er is geen nummer waar een sms heen kan',
    action: 'Leg daar een mobiel nummer vast; wat er mis is met de andere staat onder errors.',
  },
  'template-field-empty': {
    title: 'De template noemt iets dat niet is vastgelegd',
    action: 'Leg vast wat onder errors staat, of neem een andere template.',
  },
  'recipient-opted-out': {
    title: 'De ontvanger heeft zich afgemeld voor sms',
    action: 'Stuur een e-mail.',
  },
  'marketing-not-agreed': {
    title: 'Er is niet vastgelegd dat de ontvanger reclame per sms wil',
    action: 'Leg dat eerst vast: PUT /v1/marketing-consents.',
  },
  'sending-stopped': { title: 'Het verzenden is gestopt', action: 'Vraag uw beheerder wanneer het weer begint.' },
  'message-not-ended': {
    title: 'Dit bericht is nog onderweg',
    action: 'Wacht tot het verstuurd of mislukt is, of annuleer het.',
  },
  'message-not-unconfirmed': {
    title: 'Over dit bericht bestaat geen twijfel',
    action: 'Alleen bij een onbevestigd bericht kan iemand beslissen.',
  },
  'message-not-scheduled': {
    title: 'Dit bericht wacht niet op zijn tijd',
    action: 'Bekijk de status: alleen een gepland bericht kan een andere tijd of tekst krijgen.',
  },
  'message-not-cancellable': {
    title: 'Dit bericht kan niet meer worden geannuleerd',
    action: 'Bekijk de status: alleen wat de modem nog niet heeft, kan worden geannuleerd.',
  },
  'action-not-possible': { title: 'Dit kan nu niet', action: 'Kijk naar de huidige status; die staat onder errors.' },
  'last-administrator': {
    title: 'Er moet een beheerder zijn',
    action: 'Maak eerst een andere actieve medewerker met een login beheerder.',
  },
  'still-in-use': {
    title: 'Hier verwijst nog iets naar',
    action: 'Verwijder eerst wat ernaar verwijst; zet de portaaltoegang van een flexwerker uit.',
  },
  'invitation-not-valid': {
    title: 'Deze uitnodiging is niet geldig',
    action: 'Ze is gebruikt, oud, of er is een nieuwere: vraag een andere aan.',
  },
  'changed-meanwhile': {
    title: 'Iemand anders heeft dit intussen gewijzigd',
    action: 'Lees het opnieuw en wijzig wat er nu staat.',
  },
  'too-many-boxes': { title: 'Er zijn al 100 kastjes', action: 'Verwijder er een dat niet meer wordt gebruikt.' },
  'too-many-passkeys': { title: 'U hebt al 10 passkeys', action: 'Verwijder er een die u niet meer gebruikt.' },
  'too-many-webhooks': { title: 'Er zijn al 10 webhooks', action: 'Verwijder er een die niet meer wordt gebruikt.' },
  'export-not-done': { title: 'Het bestand is nog niet klaar', action: 'Kom terug als de status done is.' },
  'webhook-off': {
    title: 'De webhook staat uit',
    action: 'Zet hem eerst aan; wat hij gemist heeft, kan daarna opnieuw worden verzonden.',
  },
  'body-too-large': { title: 'De inhoud is groter dan 256 kB', action: 'Stuur minder in één aanvraag.' },
  'unsupported-media-type': {
    title: 'De inhoud heeft het verkeerde content-type',
    action: 'Stuur content-type application/json.',
  },
  'idempotency-key-reused': {
    title: 'Deze Idempotency-Key is al bij een andere aanvraag gebruikt',
    action: 'Gebruik een nieuwe sleutel voor een nieuwe aanvraag.',
  },
  'certificate-request-invalid': {
    title: 'Deze certificaataanvraag is niet geldig',
    action: 'Verbeter wat onder errors staat en vraag opnieuw met dezelfde code.',
  },
  'number-invalid': {
    title: 'Dit is geen telefoonnummer',
    action: 'Geef een mobiel nummer, het liefst als +31612345678.',
  },
  'modem-unknown': { title: 'Deze modem is er niet', action: 'Kies een modem uit de lijst van dit kastje.' },
  'number-not-mobile': { title: 'Dit nummer kan geen sms ontvangen', action: 'Geef een mobiel nummer.' },
  'text-too-long': { title: 'De tekst is te lang', action: 'Kort de tekst in tot hooguit 10 delen.' },
  'provider-account-refused': {
    title: 'De aanbieder weigert dit account',
    action: 'Kijk onder errors wat die zei, en controleer de inloggegevens bij de aanbieder.',
  },
  'provider-not-set-up': {
    title: 'Er is geen account bij deze aanbieder ingesteld',
    action: 'Stel het eerst in: PUT /v1/providers/{provider}.',
  },
  'version-missing': {
    title: 'De header If-Match ontbreekt',
    action: 'Stuur de versie die u hebt gezien, zoals die in ETag staat.',
  },
  'too-many-tries': { title: 'Te veel pogingen', action: 'Wacht zo lang als Retry-After zegt en probeer het opnieuw.' },
  'internal-error': {
    title: 'Er ging bij ons iets mis',
    action: 'Probeer het opnieuw; blijft het, geef ons dan het requestId.',
  },
  'temporarily-unavailable': {
    title: 'Een deel van de dienst is nu niet bereikbaar',
    action: 'Herhaal de aanvraag met dezelfde Idempotency-Key na de tijd in Retry-After.',
  },
};
