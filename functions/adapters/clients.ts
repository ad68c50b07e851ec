import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { IoTClient } from '@aws-sdk/client-iot';
import { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane';
import { S3Client } from '@aws-sdk/client-s3';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';

/**
 * How long a call may take before it counts as lost, in milliseconds, and how often it is tried. An answer of the API takes three
 * calls of the table at most and one of the queue: 3 × 2 × 3 s + 2 s when all hang, below its function's 25 s.
 */
const timeouts = (requestTimeout: number) => ({ connectionTimeout: 1000, requestTimeout, throwOnRequestTimeout: true });

export const dynamoDbClient = () => new DynamoDBClient({ maxAttempts: 2, requestHandler: timeouts(3000) });
/** One try: what is lost here is found through the table. */
export const sqsClient = () => new SQSClient({ maxAttempts: 1, requestHandler: timeouts(2000) });
/** One try: a second one could mail twice. Staff are told what became of it. */
export const sesClient = () => new SESv2Client({ maxAttempts: 1, requestHandler: timeouts(5000) });
/** AWS IoT's control plane: things and certificates. Five calls at most admit one. */
export const iotControlClient = () => new IoTClient({ maxAttempts: 2, requestHandler: timeouts(2000) });
export const iotClient = (endpoint: string | undefined) =>
  new IoTDataPlaneClient({
    maxAttempts: 2,
    requestHandler: timeouts(3000),
    ...(endpoint && { endpoint: `https://${endpoint}` }),
  });
/** Only the connection and the first byte have a limit: a large file is read as fast as it is worked off. */
export const s3Client = () =>
  new S3Client({
    maxAttempts: 3,
    requestHandler: timeouts(5000),
    // Pieces are sent as they are: S3 checks them by their ETag when they are put together.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
