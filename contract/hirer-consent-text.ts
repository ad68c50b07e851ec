/**
 * What a worker agrees to who lets hirers see the four shielded particulars. A consent is kept with the version of the text
 * that it was given to: changed words are a new version, and the old one stays known by its number.
 */
export const HIRER_CONSENT_TEXT_VERSION = '2026-11';

export const hirerConsentTexts = {
  nl:
    'Inleners waar ik op dit moment geplaatst ben, mogen mijn bankrekeningnummer, nationaliteit, geboorteplaats en burgerlijke ' +
    'staat zien. Ik kan deze toestemming op elk moment intrekken. Mijn identiteitsbewijs wordt altijd getoond.',
  de:
    'Entleiher, bei denen ich zurzeit eingesetzt bin, dürfen meine Bankverbindung, meine Staatsangehörigkeit, meinen Geburtsort ' +
    'und meinen Familienstand sehen. Ich kann diese Einwilligung jederzeit widerrufen. Mein Ausweis wird immer gezeigt.',
  pl:
    'Firmy, do których jestem obecnie skierowany lub skierowana, mogą widzieć mój numer rachunku bankowego, obywatelstwo, miejsce ' +
    'urodzenia i stan cywilny. Mogę w każdej chwili wycofać tę zgodę. Mój dokument tożsamości jest zawsze pokazywany.',
  en:
    'Companies where I am placed at present may see my bank account, nationality, place of birth and marital status. I can ' +
    'withdraw this consent at any time. My identity document is always shown.',
} as const;
