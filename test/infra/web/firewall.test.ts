import { describe, expect, it } from 'vitest';
import { routes } from '../../../contract/routes/index.ts';
import { CALLBACKS, DOORS } from '../../../infra/constructs/web/firewall.ts';
import { resources, synthesize } from '../../support/infra/synthesized.ts';

interface Rule {
  readonly Name: string;
  readonly Priority: number;
  readonly Action?: object;
  readonly Statement: {
    readonly RateBasedStatement?: {
      readonly Limit: number;
      readonly ScopeDownStatement?: { readonly OrStatement?: { readonly Statements: readonly Match[] } } & Partial<
        Not & Match
      >;
    };
    readonly ManagedRuleGroupStatement?: { readonly Name: string; readonly ScopeDownStatement?: Not };
  };
  readonly VisibilityConfig: { readonly SampledRequestsEnabled: boolean };
}
interface Not {
  readonly NotStatement: {
    readonly Statement: Match & { readonly OrStatement?: { readonly Statements: readonly Match[] } };
  };
}
interface Match {
  readonly ByteMatchStatement: { readonly SearchString: string; readonly PositionalConstraint: string };
}
const [acl] = resources<{ Scope: string; Rules: readonly Rule[] }>(synthesize().web, 'AWS::WAFv2::WebACL');
const rules = acl?.properties.Rules ?? [];
const byRate = rules.filter(({ Statement }) => Statement.RateBasedStatement);

describe('the firewall', () => {
  it('S7 counts requests of an address, fewer to what opens an account, and refuses with 429', () => {
    expect(acl?.properties.Scope).toBe('CLOUDFRONT');
    const [callbacks, doors, systems, all] = byRate.map(({ Statement }) => Statement.RateBasedStatement);
    expect(doors?.Limit).toBeLessThan((all?.Limit ?? 0) / 10);
    expect(callbacks?.ScopeDownStatement?.ByteMatchStatement?.SearchString).toBe(CALLBACKS);
    const { ByteMatchStatement: token } = systems?.ScopeDownStatement ?? {};
    expect(token).toMatchObject({ SearchString: 'Bearer ', FieldToMatch: { SingleHeader: { Name: 'authorization' } } });
    // The API takes 500 a second: nobody has more than a fifth of that by writing the word.
    expect(systems?.Limit).toBe(100 * 300);
    const others = all?.ScopeDownStatement?.NotStatement?.Statement.OrStatement?.Statements ?? [];
    expect(others.map(({ ByteMatchStatement: match }) => match.SearchString)).toEqual([CALLBACKS, 'Bearer ']);
    const matches = doors?.ScopeDownStatement?.OrStatement?.Statements.map(({ ByteMatchStatement: match }) => [
      match.PositionalConstraint,
      match.SearchString,
    ]);
    expect(matches).toEqual(DOORS.map((path) => ['STARTS_WITH', path]));
    for (const { Action } of byRate) expect(Action).toMatchObject({ Block: { CustomResponse: { ResponseCode: 429 } } });
  });

  it('S7 knows every route where somebody without a login gives a password, a code or a token', () => {
    const open = Object.values(routes).filter(({ access, method }) => access === 'open' && method !== 'GET');
    const outside = open
      .map(({ path }) => path)
      .filter((path) => ![CALLBACKS, ...DOORS].some((door) => path.startsWith(door)));
    expect(outside).toEqual([]);
  });

  it('S7 has AWS’s own rules for all but callbacks, and keeps no samples of requests', () => {
    const managed = rules.flatMap(({ Statement }) => Statement.ManagedRuleGroupStatement?.Name ?? []);
    expect(managed).toEqual([
      'AWSManagedRulesAmazonIpReputationList',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'AWSManagedRulesCommonRuleSet',
    ]);
    for (const { Statement } of rules.filter((rule) => rule.Statement.ManagedRuleGroupStatement))
      expect(
        Statement.ManagedRuleGroupStatement?.ScopeDownStatement?.NotStatement.Statement.ByteMatchStatement.SearchString,
      ).toBe(CALLBACKS);
    expect(rules.filter(({ VisibilityConfig }) => VisibilityConfig.SampledRequestsEnabled)).toEqual([]);
    expect(new Set(rules.map(({ Priority }) => Priority)).size).toBe(rules.length);
  });
});
