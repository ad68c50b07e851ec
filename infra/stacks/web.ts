import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DeploymentConfig } from '../config.ts';
import { OperationsKey } from '../constructs/operations-key.ts';
import { Firewall } from '../constructs/web/firewall.ts';
import { Pages } from '../constructs/web/pages.ts';
import { Site } from '../constructs/web/site.ts';

/** Where AWS wants the firewall and the certificate of a CloudFront distribution to be. */
export const WEB_REGION = 'us-east-1';

/** What people, systems and boxes meet first: CloudFront with a firewall, the pages, and the way to the API. It holds no data. */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly config: DeploymentConfig }) {
    super(scope, id, props);
    const { config } = props;
    const prefix = `/${config.name}-web`;
    const encryptionKey = new OperationsKey(this, 'OperationsKey', { logGroupPrefix: prefix });
    const { acl } = new Firewall(this, 'Firewall', { name: config.name });
    const { bucket } = new Pages(this, 'Pages');
    const { distribution } = new Site(this, 'Site', {
      config,
      bucket,
      acl,
      logs: { prefix, encryptionKey, retention: config.logRetentionDays },
    });
    new CfnOutput(this, 'SiteTarget', {
      description: `What the DNS name ${config.site.name} has to point to`,
      value: distribution.distributionDomainName,
    });
  }
}
