import type { MessageExportJob } from '../../contract/jobs.ts';
import { sqsClient } from '../adapters/clients.ts';
import { SqsHurry } from '../adapters/sqs/hurry.ts';
import { setting } from './parts.ts';

export const exportHurry = () => new SqsHurry<MessageExportJob>(sqsClient(), setting('MESSAGE_EXPORTS_QUEUE_URL'));
