import { Stack, type StackProps } from 'aws-cdk-lib';
import { CfnThingType } from 'aws-cdk-lib/aws-iot';
import type { Construct } from 'constructs';
import { CERTIFICATE_RULE_SQL, RULE_SQL } from '../../contract/edge.ts';
import type { DeploymentConfig } from '../config.ts';
import { boxKind } from '../constructs/box-endpoint.ts';
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
      thingTypeName: boxKind(config.name),
      thingTypeProperties: { thingTypeDescription: 'A box with a GSM modem in an office' },
    });
    new BoxPolicy(this, 'BoxPolicy', { policyName: boxKind(config.name) });
    // the name of a rule takes no hyphen
    const prefix = config.name.replaceAll('-', '_');
    new UplinkRule(this, 'Uplink', {
      ruleName: `${prefix}_uplink`,
      description: 'What boxes say, to the queue edge-events',
      sql: RULE_SQL,
      queue: work['edge-events'].queue,
      dlq: edgeRuleDlq,
      queueKey: stateful.dataKey,
    });
    new UplinkRule(this, 'Certificate', {
      ruleName: `${prefix}_certificate`,
      description: 'What boxes say about their certificates, to the queue box-certificates',
      sql: CERTIFICATE_RULE_SQL,
      queue: work['box-certificates'].queue,
      dlq: edgeRuleDlq,
      queueKey: stateful.dataKey,
    });
  }
}
