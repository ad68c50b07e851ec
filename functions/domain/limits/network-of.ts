const MAPPED = /^::ffff:([\d.]+)$/i;
const GROUPS = 8;
/** groups of 16 bits: 64 */
const NETWORK_GROUPS = 4;

/** What an address is counted as: an IPv4 address as itself, an IPv6 address by its /64, as one client has a whole one. */
export function networkOf(address: string): string {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array.from({ length: GROUPS - head.length - tail.length }, () => '0');
  const groups = [...head, ...zeros, ...tail].slice(0, NETWORK_GROUPS);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
