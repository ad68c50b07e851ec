import type { ErrorCatalogue } from './index.ts';

export const pl: ErrorCatalogue = {
  'invalid-request': { title: 'Żądanie jest nieprawidłowe', action: 'Popraw pola wymienione w errors.' },
  'invalid-json': {
    title: 'Treść nie jest w formacie JSON',
    action: 'Wyślij obiekt JSON z content-type application/json.',
  },
  'idempotency-key-missing': {
    title: 'Brakuje nagłówka Idempotency-Key',
    action: 'Wyślij własny klucz (od 1 do 128 widocznych znaków), taki sam przy każdym powtórzeniu tego żądania.',
  },
  'idempotency-key-invalid': {
    title: 'Nagłówek Idempotency-Key jest nieprawidłowy',
    action: 'Wyślij od 1 do 128 widocznych znaków ASCII, bez spacji.',
  },
  'not-logged-in': { title: 'Nie jesteś zalogowany', action: 'Zaloguj się albo wyślij ważny token API.' },
  'login-failed': {
    title: 'Te dane logowania są nieprawidłowe',
    action:
      'Sprawdź nazwę użytkownika i hasło. Po trzech błędnych próbach logowanie jest zablokowane: odczekaj 15 minut lub zapytaj swoją agencję.',
  },
  'insufficient-credit': { title: 'Brakuje kredytów', action: 'Poproś operatora o więcej kredytów.' },
  'not-permitted': {
    title: 'Nie masz do tego prawa',
    action: 'Poproś administratora o uprawnienie wymienione w errors.',
  },
  'login-data-must-change': {
    title: 'Najpierw wybierz własną nazwę użytkownika i hasło',
    action: 'Wyślij je do PUT /v1/session/login-data; wcześniej nic innego nie działa.',
  },
  'second-factor-required': { title: 'Brakuje drugiego składnika', action: 'Podaj go albo skonfiguruj.' },
  'second-factor-failed': {
    title: 'Ten kod jest nieprawidłowy',
    action: 'Użyj bieżącego kodu z aplikacji albo kodu odzyskiwania.',
  },
  'passkey-refused': {
    title: 'Ten klucz dostępu nie został przyjęty',
    action:
      'Zacznij od nowa, w ciągu pięciu minut, kluczem dostępu tego konta, który prosi o odcisk palca, twarz lub PIN.',
  },
  'join-code-refused': {
    title: 'Ten kod dołączenia jest nieważny',
    action: 'Jest błędny, został już użyty albo ma ponad 24 godziny: poproś o nowy.',
  },
  'confirmation-needed': {
    title: 'Najpierw podaj ponownie hasło',
    action: 'Wyślij je do POST /v1/session/confirmation; potem zmień to w ciągu 5 minut.',
  },
  'confirmation-failed': {
    title: 'To hasło jest nieprawidłowe',
    action: 'Spróbuj ponownie; po trzech błędnych nastąpi wylogowanie.',
  },
  'code-refused': {
    title: 'Ten kod jest nieważny',
    action: 'Jest błędny, został już użyty albo ma ponad 10 minut: poproś o nowy.',
  },
  'wrong-origin': {
    title: 'Żądanie nie pochodzi z tej strony',
    action: 'Użyj aplikacji internetowej albo tokenu API.',
  },
  'not-found': { title: 'Nie ma czegoś takiego', action: 'Sprawdź adres i identyfikator.' },
  'method-not-allowed': { title: 'Ten adres nie zna tej metody', action: 'Na stronie /docs są metody, które zna.' },
  'name-taken': { title: 'Ta nazwa jest już zajęta', action: 'Wybierz inną nazwę.' },
  'box-not-joined': {
    title: 'To urządzenie nie jest jeszcze podłączone',
    action: 'Zainstaluj lub uruchom urządzenie, a potem spróbuj ponownie.',
  },
  'sms-service-off': {
    title: 'Usługa SMS jest wyłączona',
    action: 'Poproś administratora o włączenie jej w ustawieniach SMS (zmienna 1400).',
  },
  'sms-not-offered': {
    title: 'Wiadomości SMS nie są udostępnione pracownikom',
    action: 'Poproś administratora o udostępnienie ich w ustawieniach SMS.',
  },
  'sms-role-missing': {
    title: 'Wiadomości SMS są dla pracowników z inną rolą',
    action: 'Poproś administratora o rolę wskazaną w ustawieniach SMS.',
  },
  'responsibility-not-accepted': {
    title: 'Nikt nie potwierdził, że agencja odpowiada za swoje wiadomości SMS',
    action: 'Potwierdź to w ustawieniach SMS, a potem udostępnij wiadomości.',
  },
  'sender-name-fixed': { title: 'Nazwy nadawcy nie można zmienić', action: 'Pomiń ją: pokazywana jest nazwa agencji.' },
  'no-mobile-number': {
    title: 'Nie ma numeru, na który można wysłać SMS',
    action: 'Wpisz tam numer komórkowy; co jest nie tak z pozostałymi, podano w errors.',
  },
  'template-field-empty': {
    title: 'Szablon wymienia coś, czego nie zapisano',
    action: 'Uzupełnij to, co podano w errors, albo wybierz inny szablon.',
  },
  'recipient-opted-out': {
    title: 'Odbiorca wypisał się z SMS-ów',
    action: 'Napisz e-mail.',
  },
  'marketing-not-agreed': {
    title: 'Nie zapisano, że odbiorca zgadza się na reklamy SMS-em',
    action: 'Najpierw to zapisz: PUT /v1/marketing-consents.',
  },
  'sending-stopped': { title: 'Wysyłanie jest zatrzymane', action: 'Zapytaj operatora, kiedy zostanie wznowione.' },
  'message-not-ended': {
    title: 'Ta wiadomość jest jeszcze w drodze',
    action: 'Poczekaj, aż zostanie wysłana lub się nie powiedzie, albo ją anuluj.',
  },
  'message-not-unconfirmed': {
    title: 'Co do tej wiadomości nie ma wątpliwości',
    action: 'Zdecydować można tylko o wiadomości niepotwierdzonej.',
  },
  'message-not-scheduled': {
    title: 'Ta wiadomość nie czeka na swój czas',
    action: 'Zobacz jej stan: tylko zaplanowanej wiadomości można nadać inny czas lub inną treść.',
  },
  'message-not-cancellable': {
    title: 'Tej wiadomości nie można już anulować',
    action: 'Sprawdź jej stan: anulować można tylko to, czego modem jeszcze nie otrzymał.',
  },
  'action-not-possible': { title: 'Teraz nie jest to możliwe', action: 'Sprawdź obecny status; jest podany w errors.' },
  'last-administrator': {
    title: 'Musi być administrator',
    action: 'Najpierw nadaj rolę administratora innemu aktywnemu pracownikowi, który ma login.',
  },
  'still-in-use': {
    title: 'Coś jeszcze się do tego odwołuje',
    action: 'Najpierw usuń to, co się do tego odwołuje; wyłącz dostęp pracownika do portalu.',
  },
  'invitation-not-valid': {
    title: 'To zaproszenie jest nieważne',
    action: 'Zostało użyte, jest stare albo jest nowsze: poproś o inne.',
  },
  'changed-meanwhile': {
    title: 'Ktoś inny zmienił to w międzyczasie',
    action: 'Odczytaj ponownie i zmień obecny stan.',
  },
  'too-many-boxes': { title: 'Jest już 100 urządzeń', action: 'Usuń takie, którego już nikt nie używa.' },
  'too-many-passkeys': { title: 'Masz już 10 kluczy dostępu', action: 'Usuń jeden, którego już nie używasz.' },
  'too-many-webhooks': { title: 'Jest już 10 webhooków', action: 'Usuń jeden, którego już nikt nie używa.' },
  'export-not-done': { title: 'Plik nie jest jeszcze gotowy', action: 'Wróć, gdy jego stan to done.' },
  'webhook-off': {
    title: 'Webhook jest wyłączony',
    action: 'Najpierw go włącz; to, co pominął, można potem wysłać ponownie.',
  },
  'body-too-large': { title: 'Treść jest większa niż 256 kB', action: 'Wyślij mniej w jednym żądaniu.' },
  'unsupported-media-type': {
    title: 'Treść ma niewłaściwy content-type',
    action: 'Wyślij content-type application/json.',
  },
  'idempotency-key-reused': {
    title: 'Ten Idempotency-Key został już użyty z innym żądaniem',
    action: 'Użyj nowego klucza dla nowego żądania.',
  },
  'certificate-request-invalid': {
    title: 'To żądanie certyfikatu jest nieprawidłowe',
    action: 'Popraw to, co jest w errors, i wyślij ponownie z tym samym kodem.',
  },
  'number-invalid': {
    title: 'To nie jest numer telefonu',
    action: 'Podaj numer komórkowy, najlepiej jako +31612345678.',
  },
  'modem-unknown': { title: 'Nie ma takiego modemu', action: 'Wybierz modem z listy tego urządzenia.' },
  'number-not-mobile': { title: 'Ten numer nie może odbierać SMS-ów', action: 'Podaj numer komórkowy.' },
  'text-too-long': { title: 'Tekst jest za długi', action: 'Skróć go do najwyżej 10 części.' },
  'provider-account-refused': {
    title: 'Dostawca odrzuca to konto',
    action: 'Zobacz pod errors, co powiedział, i sprawdź dane logowania u dostawcy.',
  },
  'provider-not-set-up': {
    title: 'Nie skonfigurowano konta u tego dostawcy',
    action: 'Najpierw je skonfiguruj: PUT /v1/providers/{provider}.',
  },
  'version-missing': {
    title: 'Brakuje nagłówka If-Match',
    action: 'Wyślij wersję, którą widziano, tak jak stoi w ETag.',
  },
  'too-many-tries': { title: 'Zbyt wiele prób', action: 'Poczekaj tyle, ile podaje Retry-After, i spróbuj ponownie.' },
  'internal-error': {
    title: 'Coś poszło źle po naszej stronie',
    action: 'Spróbuj ponownie; jeśli to nie pomoże, podaj nam requestId.',
  },
  'temporarily-unavailable': {
    title: 'Część usługi jest chwilowo niedostępna',
    action: 'Powtórz żądanie z tym samym Idempotency-Key po czasie podanym w Retry-After.',
  },
};
