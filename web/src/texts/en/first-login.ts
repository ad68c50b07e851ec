export const firstLogin = {
  title: 'Choose your own login data',
  intro: 'This is your first login. Choose a login name and a password that only you know; then everything else works.',
  submit: 'Keep these login data',
} as const;
