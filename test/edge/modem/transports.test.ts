import { execFileSync } from 'node:child_process';
import { closeSync, constants, existsSync, openSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Transport } from '../../../edge-agent/src/ports.ts';
import { serialTransport } from '../../../edge-agent/src/transport/serial.ts';
import { tcpTransport } from '../../../edge-agent/src/transport/tcp.ts';
import { findUsbPort, type ListedPort } from '../../../edge-agent/src/transport/usb-port.ts';
import { ptyTo } from '../simulated-modem/pty.ts';
import { modemForTest, Terminal } from '../simulated-modem/terminal.ts';

interface Echo {
  readonly port: number;
  /** connections that are open */
  readonly sockets: Set<Socket>;
}

/** A server on loopback that gives back what it gets. */
async function echoServer(): Promise<Echo> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    socket.pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, sockets };
}

/** Resolves with the first `length` octets. */
function received(transport: Transport, length: number): Promise<string> {
  let text = '';
  return new Promise((resolve) => {
    transport.onData((bytes) => {
      text += Buffer.from(bytes).toString('latin1');
      if (text.length >= length) resolve(text);
    });
  });
}

function closings(transport: Transport): { readonly reasons: string[]; readonly first: Promise<string> } {
  const reasons: string[] = [];
  const first = new Promise<string>((resolve) => {
    transport.onClose((reason) => {
      reasons.push(reason);
      resolve(reason);
    });
  });
  return { reasons, first };
}

describe('raw TCP', () => {
  it('carries octets both ways', async () => {
    const { port } = await echoServer();
    const transport = tcpTransport({ host: '127.0.0.1', port });
    const echo = received(transport, 3);
    await transport.open();

    await transport.write(Buffer.from('AT\r'));

    expect(await echo).toBe('AT\r');
    await transport.close();
  });

  it('tells once that the other side is gone, and opens again', async () => {
    const { port, sockets } = await echoServer();
    const transport = tcpTransport({ host: '127.0.0.1', port });
    const { reasons, first } = closings(transport);
    await transport.open();
    await transport.write(Buffer.from('x'));
    for (const socket of sockets) socket.destroy();

    await first;
    await expect(transport.write(Buffer.from('AT\r'))).rejects.toThrow('not open');
    await transport.open();
    const echo = received(transport, 2);
    await transport.write(Buffer.from('AT'));

    expect(await echo).toBe('AT');
    expect(reasons).toHaveLength(1);
    await transport.close();
  });

  it('says why it does not open, and can be closed then', async () => {
    const { port } = await new Promise<{ port: number }>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const address = server.address() as { port: number };
        server.close(() => resolve(address));
      });
    });
    const transport = tcpTransport({ host: '127.0.0.1', port });

    await expect(transport.open()).rejects.toThrow(/ECONNREFUSED.*another connection may hold the modem/);
    await transport.close();
  });

  it('E4-2 says that another connection may hold the modem when its own is ended without a word', async () => {
    const modem = await modemForTest();
    await Terminal.ready(modem.port);
    const transport = tcpTransport({ host: '127.0.0.1', port: modem.port });
    const { first } = closings(transport);

    await transport.open();

    expect(await first).toContain('said nothing: another connection may hold the modem');
  });

  it('carries what comes in fragments of any size', async () => {
    const { port, sockets } = await echoServer();
    const transport = tcpTransport({ host: '127.0.0.1', port });
    const lengths = [1, 2, 3, 1_460, 65_537];
    const echo = received(
      transport,
      lengths.reduce((sum, length) => sum + length),
    );
    await transport.open();
    await transport.write(Buffer.from('x'));
    await vi.waitFor(() => expect(sockets.size).toBe(1));

    for (const length of lengths.slice(1)) await transport.write(Buffer.alloc(length, String(length % 10)));

    expect(await echo).toBe(`x22333${'0'.repeat(1_460)}${'7'.repeat(65_537)}`);
    await transport.close();
  });

  it.runIf(process.platform === 'linux')('asks a silent line after 30 seconds whether it still stands', async () => {
    const { port } = await echoServer();
    const transport = tcpTransport({ host: '127.0.0.1', port });
    await transport.open();

    // proc_net_tcp(5): remote address 127.0.0.1, state, queues, and the timer: 02 is the keepalive's, with hundredths of a second left.
    const connections = await readFile('/proc/net/tcp', 'utf8');
    const remote = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
    const [, left = ''] = new RegExp(` ${remote} 01 \\S+ 02:([0-9A-F]{8}) `).exec(connections) ?? [];

    expect(Number.parseInt(left, 16)).toBeGreaterThan(2_000);
    expect(Number.parseInt(left, 16)).toBeLessThanOrEqual(3_000);
    await transport.close();
  });

  it('stops opening when it is closed', async () => {
    const { port } = await echoServer();
    const transport = tcpTransport({ host: '127.0.0.1', port });
    const opening = expect(transport.open()).rejects.toThrow('closed while opening');

    await transport.close();

    await opening;
  });

  it('tells of its own closing too', async () => {
    const { port } = await echoServer();
    const transport = tcpTransport({ host: '127.0.0.1', port });
    const { reasons } = closings(transport);
    await transport.open();

    await transport.close();

    expect(reasons).toHaveLength(1);
  });
});

describe('a serial line', () => {
  it('carries octets both ways', async () => {
    const { port } = await echoServer();
    const { path } = await ptyTo(port);
    const transport = serialTransport({ findPath: async () => path });
    const all = Uint8Array.from({ length: 256 }, (_, octet) => octet);
    const echo = received(transport, all.length);
    await transport.open();

    await transport.write(all);

    expect(await echo).toBe(Buffer.from(all).toString('latin1'));
    await transport.close();
  });

  it('tells once that the line is gone', async () => {
    const { port } = await echoServer();
    const { path, end } = await ptyTo(port);
    const transport = serialTransport({ findPath: async () => path });
    const { reasons, first } = closings(transport);
    const echo = received(transport, 2);
    await transport.open();
    await transport.write(Buffer.from('AT'));
    await echo;
    // The port is then waiting for more, as a port does that is lost in practice.
    for (let turn = 0; turn < 5; turn++) await stat(path);

    await end();
    await first;

    await expect(transport.write(Buffer.from('AT\r'))).rejects.toThrow('not open');
    await transport.close();
    expect(reasons).toHaveLength(1);
  });

  it.each(['none', 'rts-cts'] as const)('has flow control as it is told: %s', async (flowControl) => {
    const { port } = await echoServer();
    const { path } = await ptyTo(port);
    // Opened before, as the transport keeps others out.
    const line = openSync(path, constants.O_RDWR | constants.O_NOCTTY);
    onTestFinished(() => closeSync(line));
    const transport = serialTransport({ findPath: async () => path, flowControl });
    await transport.open();

    const settings = execFileSync('stty', ['-a'], { stdio: [line, 'pipe', 'inherit'], encoding: 'utf8' });

    expect(/-?crtscts/.exec(settings)?.[0]).toBe(flowControl === 'none' ? '-crtscts' : 'crtscts');
    await transport.close();
  });

  it('E4-2 that was unplugged and came back under another name is found by its USB id', async () => {
    const { port } = await echoServer();
    const before = await ptyTo(port);
    const modem = { vendorId: '1e0e', productId: '9001', serialNumber: 'A1B2' };
    let ports: ListedPort[] = [{ path: '/dev/ttyS0' }, { path: before.path, ...modem }];
    const transport = serialTransport({ findPath: () => findUsbPort('1e0e:9001', async () => ports) });
    const { first } = closings(transport);
    const echo = received(transport, 2);
    await transport.open();
    await transport.write(Buffer.from('AT'));
    await echo;
    for (let turn = 0; turn < 5; turn++) await stat(before.path);
    before.end();
    await first;
    ports = [{ path: '/dev/ttyS0' }];
    await expect(transport.open()).rejects.toThrow('no port is 1e0e:9001');
    const after = await ptyTo(port);
    ports = [{ path: '/dev/ttyS0' }, { path: after.path, ...modem }];
    expect(after.path).not.toBe(before.path);

    await transport.open();
    const again = received(transport, 3);
    await transport.write(Buffer.from('OK\r'));

    expect(await again).toBe('OK\r');
    await transport.close();
  });

  it('tells that the line is gone when it is hung up while octets are taken', async () => {
    const { port } = await echoServer();
    const { path, end } = await ptyTo(port);
    const transport = serialTransport({ findPath: async () => path });
    const { first } = closings(transport);
    transport.onData(() => {
      end();
      // The port reads on when this returns, and is to find the line gone then.
      while (existsSync(path));
    });
    await transport.open();
    await transport.write(Buffer.from('AT'));

    // Not told, it reads nothing again and again with a whole processor.
    expect(await first).toBe('the line was hung up');
  });

  it('says why it does not open, and can be closed then', async () => {
    const transport = serialTransport({ findPath: async () => '/dev/no-such-modem' });

    await expect(transport.open()).rejects.toThrow('no-such-modem');
    await transport.close();
  });
});
