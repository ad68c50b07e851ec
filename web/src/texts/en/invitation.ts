export const invitation = {
  title: 'You are invited',
  intro: 'Your agency has made an account for you. Go on to choose your login data.',
  open: 'Go on',
  noLinkTitle: 'Open the link in your mail',
  noLink:
    'This page belongs to the link in the mail with your invitation. Open that link once more; nothing of it is used up.',
  chooseTitle: 'Welcome, {{name}}',
  chooseIntro: 'Choose the login name and the password for your account at {{agency}}.',
  submit: 'Keep these login data',
} as const;
