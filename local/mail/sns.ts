import { randomUUID } from 'node:crypto';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

const TOPIC = 'arn:aws:sns:eu-central-1:000000000000:heraut-mail-events';

/**
 * Tells a queue what a topic was told, with what SNS puts around it. Source: Amazon SNS Developer Guide, "HTTP/HTTPS notification
 * JSON format", which is also what a queue gets without raw delivery.
 */
export async function publish(sqs: SQSClient, queueUrl: string, event: object, now: Date): Promise<void> {
  const notification = {
    Type: 'Notification',
    MessageId: randomUUID(),
    TopicArn: TOPIC,
    Subject: 'Amazon SES Email Event Notification',
    Message: `${JSON.stringify(event)}\n`,
    Timestamp: now.toISOString(),
    SignatureVersion: '1',
    Signature: 'local',
    SigningCertURL: 'https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-local.pem',
    UnsubscribeURL: `https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${TOPIC}:local`,
  };
  await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(notification) }));
}
