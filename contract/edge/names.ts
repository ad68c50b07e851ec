/** The thing (MQTT client id, certificate) of a box. */
export function thingName(tenantId: string, boxId: string): string {
  return `${tenantId}:${boxId}`;
}
export function parseThingName(thing: string): { tenantId: string; boxId: string } {
  const [tenantId, boxId, ...rest] = thing.split(':');
  if (!tenantId || !boxId || rest.length > 0) throw new Error(`not the name of a box: ${thing}`);
  return { tenantId, boxId };
}

export const topics = {
  up: (thing: string) => `heraut/${thing}/up`,
  down: (thing: string) => `heraut/${thing}/down`,
  /** what a box says about its certificate */
  certificate: (thing: string) => `heraut/${thing}/certificate`,
  /** what the IoT rules listen to */
  allUp: 'heraut/+/up',
  allCertificate: 'heraut/+/certificate',
} as const;
