import * as z from 'zod';

export const port = z.number('give a port number').int().min(1, 'ports begin at 1').max(65_535, 'ports end at 65535');
export const path = z.string('give a path').min(1, 'give a path');
export const host = z.string('give a host name').min(1, 'give a host name');
/** of a SIM card */
export const pin = z.string('give the PIN as text, in quotation marks').regex(/^\d{4,8}$/, 'a PIN has 4 to 8 digits');
