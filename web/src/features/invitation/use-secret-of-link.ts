import { useEffect, useState } from 'react';

/**
 * The secret of a mail's link: its fragment, which browsers send to no server. It is taken out of the address bar and the history at
 * once, and kept in the page alone.
 */
export function useSecretOfLink(): string | undefined {
  const [secret, setSecret] = useState(secretHere);
  useEffect(() => {
    const take = () => {
      const here = secretHere();
      if (here === undefined) return;
      history.replaceState(history.state, '', window.location.pathname + window.location.search);
      setSecret(here);
    };
    take();
    // the same page may be open already when the link is followed
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  return secret;
}

const secretHere = () => window.location.hash.slice(1) || undefined;
