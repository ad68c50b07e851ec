import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  DomainName,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { PREFLIGHT_FUNCTION, preflightPaths } from '../../contract/agency-sites.ts';
import type { ApiFunction, Route } from '../../contract/route.ts';
import type { DeploymentConfig } from '../config.ts';
import { acknowledge } from './acknowledge.ts';
import { encryptedLogGroup, type LogProps } from './encrypted-log-group.ts';

/** No path and no query string: either may hold what nobody should read. `routeKey` is the path's pattern. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  sourceIp: '$context.identity.sourceIp',
  routeKey: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  integrationLatencyMs: '$context.integrationLatency',
  responseBytes: '$context.responseLength',
  error: '$context.integrationErrorMessage',
};

export interface RouteTableApiProps {
  readonly config: DeploymentConfig;
  readonly routes: Record<string, Route>;
  readonly functions: Readonly<Record<ApiFunction, Lambda>>;
  readonly logs: LogProps;
}

/** The HTTP API: a route for each entry of the route table, and `$default` for every other address. */
export class RouteTableApi extends Construct {
  readonly stage: HttpStage;
  readonly domain: DomainName;

  constructor(scope: Construct, id: string, props: RouteTableApiProps) {
    super(scope, id);
    const { config } = props;
    const httpApi = new HttpApi(this, 'Api', {
      apiName: config.name,
      createDefaultStage: false,
      disableExecuteApiEndpoint: true,
    });
    this.domain = new DomainName(this, 'Domain', {
      domainName: config.origin.name,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', config.origin.certificateArn),
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: config.throttle.rate, burstLimit: config.throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(encryptedLogGroup(this, 'AccessLog', 'access', props.logs)),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
      domainMapping: { domainName: this.domain },
    });
    const integrations = Object.fromEntries(
      (Object.entries(props.functions) as [ApiFunction, Lambda][]).map(([name, lambda]) => [
        name,
        // One permission for each function: one for each route would pass the 20 kB that its policy may have.
        new HttpLambdaIntegration(name, lambda, { scopePermissionToRoute: false }),
      ]),
    ) as Record<ApiFunction, HttpLambdaIntegration>;
    for (const [name, route] of Object.entries(props.routes)) {
      const routeKey = HttpRouteKey.with(route.path, route.method as HttpMethod);
      new HttpRoute(this, name, { httpApi, routeKey, integration: integrations[route.function] });
    }
    // No CORS of the gateway's own: it takes a list of origins for all, and ours are each agency's own.
    for (const path of preflightPaths(Object.values(props.routes))) {
      const routeKey = HttpRouteKey.with(path, HttpMethod.OPTIONS);
      new HttpRoute(this, `preflight ${path}`, { httpApi, routeKey, integration: integrations[PREFLIGHT_FUNCTION] });
    }
    // The permission above is for stage/method/path, and the $default route calls as stage/$default: it needs its own.
    const elsewhere = new HttpLambdaIntegration('default', props.functions['api-docs']);
    new HttpRoute(this, 'default', { httpApi, routeKey: HttpRouteKey.DEFAULT, integration: elsewhere });
    acknowledge(this, {
      'AwsSolutions-APIG4':
        'The functions check session or token, permission and tenant for each request, with no cache, so that a block works ' +
        'at once; a test walks the route table and expects 401 without a login.',
    });
  }
}
