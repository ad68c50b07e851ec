export function findProgram(name: 'java' | 'mosquitto' | 'socat'): string | undefined;
export function ensureSystemPackages(): void;
