/** The agency of the last login here, so that nobody types it twice. */
const KEPT_AS = 'heraut-agency';

export const keptAgency = () => localStorage.getItem(KEPT_AS);
export const keepAgency = (slug: string) => localStorage.setItem(KEPT_AS, slug);
