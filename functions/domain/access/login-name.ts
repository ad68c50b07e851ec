/**
 * Login names differ by more than case and by more than how a letter is put together in Unicode. NFC at most triples the
 * bytes, so that 100 characters always fit into a key of DynamoDB (2,048 bytes); NFKC makes up to eighteen of one.
 */
export const loginNameKey = (loginName: string) => loginName.normalize('NFC').toLowerCase();
