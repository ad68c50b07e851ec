import type { Catalogue } from '../catalogue.ts';

export const secondFactor: Catalogue<'pl'>['secondFactor'] = {
  codeTitle: 'Wpisz kod z aplikacji',
  codeIntro: 'Otwórz aplikację, która pokazuje kody. Zadziała też jeden z kodów zapasowych.',
  code: 'Kod',
  codeMissing: 'Podaj kod',
  codeSubmit: 'Dalej',
  setUpTitle: 'Zabezpiecz swoje logowanie',
  setUpIntro:
    'Agencja wymaga od pracowników drugiego składnika: aplikacji w telefonie, która pokazuje kody, na przykład Aegis, 2FAS lub Google Authenticator.',
  begin: 'Skonfiguruj aplikację',
  scanTitle: 'Połącz aplikację',
  scan: 'Zeskanuj ten obraz aplikacją albo przepisz do niej klucz. Potem wpisz kod, który pokaże aplikacja.',
  image: 'Kod QR dla aplikacji',
  key: 'Klucz: {{secret}}',
  confirm: 'Połącz aplikację',
  keepTitle: 'Zachowaj kody zapasowe',
  keep: 'Każdy otwiera konto jeden raz, gdy nie masz telefonu. Widać je tylko teraz: wydrukuj je albo zapisz w menedżerze haseł.',
  kept: 'Kody są zapisane',
};
