import { Stack, type StackProps } from 'aws-cdk-lib';
import { CfnThingType } from 'aws-cdk-lib/aws-iot';
import type { Construct } from 'constructs';
import type { DeploymentConfig } from '../config.ts';
import { BoxPolicy } from '../constructs/box-policy.ts';
import { UplinkRule } from '../constructs/uplink-rule.ts';
import type { StatefulStack } from './stateful.ts';
import type { StatelessStack } from './stateless.ts';

export interface EdgeProps extends StackProps {
  readonly config: DeploymentConfig;
  readonly stateful: StatefulStack;
  readonly stateless: StatelessStack;
}

/** What the boxes in the offices meet. The boxes themselves join later, one by one. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, props: EdgeProps) {
    super(scope, id, props);
    const { config, stateful, stateless } = props;
    const { work, edgeRuleDlq } = stateless.queues;
    new CfnThingType(this, 'BoxType', {
      thingTypeName: `${config.name}-box`,
      thingTypeProperties: { thingTypeDescription: 'A box with a GSM modem in an office' },
    });
    new BoxPolicy(this, 'BoxPolicy', { policyName: `${config.name}-box` });
    new UplinkRule(this, 'Uplink', {
      // the name of a rule takes no hyphen
      ruleName: `${config.name.replaceAll('-', '_')}_uplink`,
      queue: work['edge-events'].queue,
      dlq: edgeRuleDlq,
      queueKey: stateful.dataKey,
    });
  }
}
