import { describe, expect, it } from 'vitest';
import { PREFLIGHT_FUNCTION, preflightPaths } from '../../contract/agency-sites.ts';
import { routeKey } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { example, flat, resources, synthesize, target } from '../support/infra/synthesized.ts';

const { stateless } = synthesize();

/** The name of the function that an integration calls. */
function functionOf(integrationId: string): string {
  const integrations = resources<{ IntegrationUri: unknown }>(stateless, 'AWS::ApiGatewayV2::Integration');
  const uri = integrations.find(({ id }) => id === integrationId)?.properties.IntegrationUri;
  const lambdas = resources<{ FunctionName: string }>(stateless, 'AWS::Lambda::Function');
  const found = lambdas.find(({ id }) => id === target(uri));
  return found?.properties.FunctionName.replace(`${example.name}-`, '') ?? 'none';
}

describe('the HTTP API', () => {
  it('has a route for each entry of the route table and none besides, and $default for every other address', () => {
    const deployed = resources<{ RouteKey: string; Target: unknown }>(stateless, 'AWS::ApiGatewayV2::Route');
    const found = Object.fromEntries(
      deployed.map(({ properties }) => [
        properties.RouteKey,
        functionOf(flat(properties.Target).replace(/^integrations\/<(.*)>$/, '$1')),
      ]),
    );
    const wanted = Object.values(routes).map((route) => [routeKey(route), route.function] as const);
    const preflights = preflightPaths(Object.values(routes)).map(
      (path) => [`OPTIONS ${path}`, PREFLIGHT_FUNCTION] as const,
    );
    expect(preflights.length).toBeGreaterThan(0);
    expect(found).toEqual({ ...Object.fromEntries([...wanted, ...preflights]), $default: 'api-docs' });
  });

  it('keeps within the 20 kB of a function policy: one permission for each function, not for each route', () => {
    const permissions = resources<{ SourceArn: unknown }>(stateless, 'AWS::Lambda::Permission');
    const arns = permissions.map(({ properties }) => flat(properties.SourceArn).replace(/^.*>/, ''));
    const answering = new Set(Object.values(routes).map((route) => route.function));
    expect(arns.filter((arn) => arn === '/*/*/*')).toHaveLength(answering.size);
    expect(arns.filter((arn) => arn !== '/*/*/*')).toEqual(['/*/*']); // $default, which has no method and path
  });

  it('S6 logs the pattern of the route, and neither path nor query string', () => {
    const [stage] = resources<{ AccessLogSettings: { Format: string } }>(stateless, 'AWS::ApiGatewayV2::Stage');
    const variables = [...(stage?.properties.AccessLogSettings.Format ?? '').matchAll(/\$context\.[\w.]+/g)].map(
      String,
    );
    expect(variables).toContain('$context.routeKey');
    expect(variables.filter((name) => /path|query|authorizer|protocol|domain/i.test(name))).toEqual([]);
  });

  it('S7 answers 429 above the rate that the deployment sets', () => {
    stateless.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: {
        ThrottlingRateLimit: example.throttle.rate,
        ThrottlingBurstLimit: example.throttle.burst,
      },
    });
  });

  it('answers at the host name that CloudFront calls, and at no other', () => {
    stateless.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: true });
    stateless.hasResourceProperties('AWS::ApiGatewayV2::DomainName', { DomainName: example.origin.name });
    stateless.resourceCountIs('AWS::ApiGatewayV2::ApiMapping', 1);
  });
});
