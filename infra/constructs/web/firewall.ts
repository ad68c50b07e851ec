import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';

/** Requests of one address within five minutes. The functions count besides, by agency and account. */
const MOST_OF_AN_ADDRESS = 3000;
/** … to what opens an account: a hundred people behind one office's address log in at eight. */
const MOST_TO_THE_DOORS = 200;
/** … of web providers, which tell of each message from few addresses: 100 a second, with two reports each. */
const MOST_OF_A_PROVIDER = 60_000;
/** … that brings an API token: an agency's own system, 100 a second. A fifth of what the API takes, as anybody can write the word Bearer. */
const MOST_OF_A_SYSTEM = 30_000;
const WINDOW_SECONDS = 300;

/** Begin the addresses of the API where passwords, codes and invitations are tried. */
export const DOORS = ['/v1/session', '/v1/recoveries', '/v1/invitations', '/v1/box-joins'] as const;

/** Begins the addresses that web providers call. */
export const CALLBACKS = '/v1/callbacks/';

/** AWS's own rules, by how much they know. */
const MANAGED: readonly { readonly name: string; readonly counted?: readonly string[] }[] = [
  { name: 'AWSManagedRulesAmazonIpReputationList' },
  { name: 'AWSManagedRulesKnownBadInputsRuleSet' },
  // A template or a CSV may be larger than the 8 kB of this rule; the API itself refuses more than it takes.
  { name: 'AWSManagedRulesCommonRuleSet', counted: ['SizeRestrictions_BODY'] },
];

/** The firewall in front of CloudFront. */
export class Firewall extends Construct {
  readonly acl: CfnWebACL;

  constructor(scope: Construct, id: string, { name }: { readonly name: string }) {
    super(scope, id);
    this.acl = new CfnWebACL(this, 'Acl', {
      name,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visible(name),
      rules: [
        rate('rate-callbacks', MOST_OF_A_PROVIDER, pathBegins(CALLBACKS)),
        rate('rate-doors', MOST_TO_THE_DOORS, { orStatement: { statements: DOORS.map(pathBegins) } }),
        rate('rate-systems', MOST_OF_A_SYSTEM, BRINGS_A_TOKEN),
        rate('rate', MOST_OF_AN_ADDRESS, {
          notStatement: { statement: { orStatement: { statements: [pathBegins(CALLBACKS), BRINGS_A_TOKEN] } } },
        }),
        ...MANAGED.map(managed),
      ].map((rule, priority) => ({ ...rule, priority })),
    });
  }
}

const BRINGS_A_TOKEN: CfnWebACL.StatementProperty = {
  byteMatchStatement: {
    searchString: 'Bearer ',
    // CDK hands what is in it on to CloudFormation as it stands.
    fieldToMatch: { singleHeader: { Name: 'authorization' } },
    positionalConstraint: 'STARTS_WITH',
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
};

type Rule = Omit<CfnWebACL.RuleProperty, 'priority'>;

/** No samples: they would show cookies and what stands in the addresses. */
const visible = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

function rate(name: string, limit: number, scopeDownStatement?: CfnWebACL.StatementProperty): Rule {
  return {
    name,
    action: { block: { customResponse: { responseCode: 429 } } },
    statement: {
      rateBasedStatement: {
        limit,
        aggregateKeyType: 'IP',
        evaluationWindowSec: WINDOW_SECONDS,
        ...(scopeDownStatement && { scopeDownStatement }),
      },
    },
    visibilityConfig: visible(name),
  };
}

/** Written differently, with escapes or dots, it is the same address to the API. */
function pathBegins(searchString: string): CfnWebACL.StatementProperty {
  return {
    byteMatchStatement: {
      searchString,
      fieldToMatch: { uriPath: {} },
      positionalConstraint: 'STARTS_WITH',
      textTransformations: [
        { priority: 0, type: 'URL_DECODE' },
        { priority: 1, type: 'NORMALIZE_PATH' },
      ],
    },
  };
}

function managed({ name, counted = [] }: (typeof MANAGED)[number]): Rule {
  return {
    name,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        // People write what they like in an SMS, and a callback that is refused is a message lost: the secret decides there.
        scopeDownStatement: { notStatement: { statement: pathBegins(CALLBACKS) } },
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: visible(name),
  };
}
