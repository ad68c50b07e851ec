import { type App, Tags, Validations } from 'aws-cdk-lib';
import type { DeploymentConfig } from './config.ts';
import { StrictSolutionsChecks } from './constructs/strict-solutions-checks.ts';
import { EdgeStack } from './stacks/edge.ts';
import { MonitoringStack } from './stacks/monitoring.ts';
import { StatefulStack } from './stacks/stateful.ts';
import { StatelessStack } from './stacks/stateless.ts';
import { WEB_REGION, WebStack } from './stacks/web.ts';

/** All of one deployment. What holds data is a stack of its own, so that the rest can be replaced freely. */
export function heraut(app: App, config: DeploymentConfig) {
  const env = { region: config.region, ...(config.account === undefined ? {} : { account: config.account }) };
  const stateful = new StatefulStack(app, `${config.name}-stateful`, { env, config, terminationProtection: true });
  const stateless = new StatelessStack(app, `${config.name}-stateless`, { env, config, stateful });
  const monitoring = new MonitoringStack(app, `${config.name}-monitoring`, { env, config, stateful, stateless });
  const edge = new EdgeStack(app, `${config.name}-edge`, { env, config, stateful, stateless });
  const web = new WebStack(app, `${config.name}-web`, { env: { ...env, region: WEB_REGION }, config });
  Tags.of(app).add('application', config.name);
  Validations.of(app).addPlugins(new StrictSolutionsChecks(app));
  return { stateful, stateless, monitoring, edge, web };
}
