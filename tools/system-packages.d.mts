export function findProgram(name: 'java' | 'mosquitto' | 'socat' | 'systemd-analyze'): string | undefined;
export function ensureSystemPackages(forTests: boolean): void;
