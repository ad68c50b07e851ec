const NAMED = /^(?:[\w-]+\.)+[a-z]{2,}(?::\d{1,5})?(?:\/\S*)?$/i;
/** The pages of the local stack. In a mail of a deployed one it would open nothing but the reader's own machine. */
const ON_THIS_MACHINE = /^(?:localhost|127\.0\.0\.1):\d{1,5}(?:\/\S*)?$/;

/** The portal's address as mails name it: `www.example.com/login`, with a port where it has one of its own, without `https://`. */
export function isPortalAddress(text: string): boolean {
  return NAMED.test(text) || ON_THIS_MACHINE.test(text);
}

/** Where a link to it leads: over TLS, except on this machine. */
export function portalUrl(address: string): string {
  return `${ON_THIS_MACHINE.test(address) ? 'http' : 'https'}://${address}`;
}
