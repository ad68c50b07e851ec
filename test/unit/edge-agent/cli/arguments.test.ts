import { expect, it } from 'vitest';
import { modemArguments, sendArguments } from '../../../../edge-agent/src/cli/arguments.ts';
import { UsageError } from '../../../../edge-agent/src/cli/exit-codes.ts';

const MODEM = 'tcp://127.0.0.1:4001';
const TO = ['--to', '+31612345678'];
const TEXT = ['--text', 'x'];

it('takes a message with its number, or a journal alone', () => {
  expect(sendArguments([MODEM, ...TO, ...TEXT])).toMatchObject({ message: { to: TO[1], text: 'x', count: 1 } });
  expect(sendArguments([MODEM, ...TO, ...TEXT, '--count', '10000']).message?.count).toBe(10_000);
  expect(sendArguments([MODEM, '--journal', 'j'])).toMatchObject({ message: undefined, journalFolder: 'j' });
  expect(sendArguments([MODEM, ...TO, ...TEXT, '--answer-timeout', '30']).answerTimeoutMs).toBe(30_000);
  expect(sendArguments([MODEM, ...TO, '--text', 'x'.repeat(1530)]).message?.text).toHaveLength(1530);
});

it('takes a serial line with its speed', () => {
  expect(modemArguments(['/dev/ttyUSB0', '--baud', '9600', '--flow-control', 'rts-cts'])).toEqual({
    address: { kind: 'serial', path: '/dev/ttyUSB0' },
    line: { baudRate: 9600, flowControl: 'rts-cts' },
    written: '/dev/ttyUSB0',
  });
});

it.each([
  ['no number', TEXT, 'say to whom'],
  ['no text', TO, 'say what'],
  ['nothing at all', [], 'say to whom'],
  ['a national number', ['--to', '0612345678', ...TEXT], '--to must be a number with plus sign'],
  ['no messages', [...TO, ...TEXT, '--count', '0'], '--count must be from 1 to 10000'],
  ['too many messages', [...TO, ...TEXT, '--count', '10001'], '--count must be from 1 to 10000'],
  ['half a message', [...TO, ...TEXT, '--count', '1.5'], '--count must be a whole number'],
  ['an empty text', [...TO, '--text', ''], '--text must not be empty'],
  ['an eleventh part', [...TO, '--text', 'x'.repeat(1531)], '--text is too long: 10 parts are the most'],
  ['too long a time', [...TO, ...TEXT, '--answer-timeout', '601'], '--answer-timeout must be from 1 to 600'],
  ['a speed for a serial server', [...TO, ...TEXT, '--baud', '9600'], '--baud is for serial lines'],
  [
    'flow control for a serial server',
    [...TO, ...TEXT, '--flow-control', 'none'],
    '--flow-control is for serial lines',
  ],
  ['an option that there is not', ['--too'], "Unknown option '--too'"],
  ['two modems', [MODEM], 'name one modem'],
])('refuses %s and says what to write', (_, options, message) => {
  const attempt = () => sendArguments([MODEM, ...options]);
  expect(attempt).toThrow(UsageError);
  expect(attempt).toThrow(message);
});

it('refuses what is no modem', () => {
  expect(() => modemArguments([])).toThrow('name one modem');
  expect(() => modemArguments(['ttyUSB0'])).toThrow('ttyUSB0 must be a device such as /dev/ttyUSB0');
});
