/**
 * What the cloud and the box in the office say to each other, over MQTT 5 with QoS 1, each at most 128 kB.
 * Either side may hear anything twice, late, or not at all; ids make every one of them repeatable.
 *
 * A start of the box: hello(epoch n) → welcome(n+1) → n+1 on disk → ready(n+1) → attempts. The cloud gives attempts only to
 * a journal whose epoch it has seen confirmed, and refuses a hello with an older one: such a disk was restored or cloned.
 */
export * from './edge/certificate.ts';
export * from './edge/command.ts';
export * from './edge/downlink.ts';
export * from './edge/health.ts';
export * from './edge/ids.ts';
export * from './edge/names.ts';
export * from './edge/rule-message.ts';
export * from './edge/uplink.ts';
