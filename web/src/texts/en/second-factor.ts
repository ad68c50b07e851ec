export const secondFactor = {
  codeTitle: 'Enter the code of your app',
  codeIntro: 'Open the app that shows your codes. One of your recovery codes works too.',
  code: 'Code',
  codeMissing: 'Give the code',
  codeSubmit: 'Go on',
  setUpTitle: 'Protect your login',
  setUpIntro:
    'Your agency asks its staff for a second factor: an app on your phone that shows codes, such as Aegis, 2FAS or Google Authenticator.',
  begin: 'Set up the app',
  scanTitle: 'Connect your app',
  scan: 'Scan this image with the app, or type the key into it. Then enter the code that the app shows.',
  image: 'QR code for your app',
  key: 'Key: {{secret}}',
  confirm: 'Connect the app',
  keepTitle: 'Keep your recovery codes',
  keep: 'Each opens your account once when you do not have your phone. They are shown this once: print them, or keep them in your password manager.',
  kept: 'I have kept them',
} as const;
