/** What is left empty is not there. */
export const emptyAsAbsent = (text: string): string | undefined => text.trim() || undefined;
