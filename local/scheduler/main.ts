/**
 * EventBridge Scheduler: calls a function at a rate, without waiting for it and without a second try, as
 * infra/constructs/every-minute.ts has it. Usage: node main.ts <host:port of the function> <milliseconds>
 */
import { randomUUID } from 'node:crypto';
import { startFunction } from '../lambda/invoke-function.ts';

const [address = '', milliseconds] = process.argv.slice(2);
const region = process.env['AWS_REGION'] ?? '';
const arn = `arn:aws:scheduler:${region}:000000000000:schedule/default/clock`;

async function call(): Promise<void> {
  const event = {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account: '000000000000',
    time: `${new Date().toISOString().slice(0, 19)}Z`,
    region,
    resources: [arn],
    detail: '{}',
  };
  try {
    await startFunction(address, event);
  } catch (error) {
    console.error('the clock was not called:', error instanceof Error ? error.message : error);
  }
}

console.log(`calling the clock every ${milliseconds} ms`);
setInterval(call, Number(milliseconds));
