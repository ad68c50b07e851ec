import { Stack } from 'aws-cdk-lib';
import { Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnPolicy } from 'aws-cdk-lib/aws-iot';
import { Construct } from 'constructs';
import { topics } from '../../contract/edge.ts';

/** Filled in by AWS IoT from the certificate's thing, never from what the client says. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable of AWS IoT
const THING = '${iot:Connection.Thing.ThingName}';

/** What a box may do: connect under its own name, speak and listen on its own topics. No wildcard. */
export class BoxPolicy extends Construct {
  constructor(scope: Construct, id: string, props: { policyName: string }) {
    super(scope, id);
    const stack = Stack.of(this);
    const arn = (resource: string, resourceName: string) => stack.formatArn({ service: 'iot', resource, resourceName });
    const allow = (action: string, resource: string, conditions = {}) =>
      new PolicyStatement({ effect: Effect.ALLOW, actions: [action], resources: [resource], conditions });
    new CfnPolicy(this, 'Policy', {
      policyName: props.policyName,
      policyDocument: new PolicyDocument({
        minimize: false,
        statements: [
          allow('iot:Connect', arn('client', THING), { Bool: { 'iot:Connection.Thing.IsAttached': 'true' } }),
          allow('iot:Publish', arn('topic', topics.up(THING))),
          allow('iot:Publish', arn('topic', topics.certificate(THING))),
          allow('iot:Subscribe', arn('topicfilter', topics.down(THING))),
          allow('iot:Receive', arn('topic', topics.down(THING))),
        ],
      }),
    });
  }
}
