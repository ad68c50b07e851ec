/** Login names differ by more than case and by more than how a letter is put together in Unicode. */
export const loginNameKey = (loginName: string) => loginName.normalize('NFKC').toLowerCase();
