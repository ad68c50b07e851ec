import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import cdkJson from '../../../cdk.json' with { type: 'json' };
import { type DeploymentConfig, readDeployment } from '../../../infra/config.ts';
import { heraut } from '../../../infra/heraut.ts';

export const example = readDeployment('example');

let ofExample: ReturnType<typeof synthesizeAnew> | undefined;

/** The templates of a deployment, made from the bundles in dist/functions (`npm run build`). The example's are made once. */
export function synthesize(config: DeploymentConfig = example) {
  if (config !== example) return synthesizeAnew(config);
  ofExample ??= synthesizeAnew(example);
  return ofExample;
}

function synthesizeAnew(config: DeploymentConfig) {
  return withApp((app) => {
    const stacks = heraut(app, config);
    return {
      app,
      stateful: Template.fromStack(stacks.stateful),
      stateless: Template.fromStack(stacks.stateless),
      monitoring: Template.fromStack(stacks.monitoring),
      edge: Template.fromStack(stacks.edge),
      web: Template.fromStack(stacks.web),
    };
  });
}

/** An app whose files are gone when `act` returns; else the CDK leaves them in the temporary folder. */
export function withApp<T>(act: (app: App) => T): T {
  const outdir = mkdtempSync(join(tmpdir(), 'heraut-cdk-'));
  try {
    return act(new App({ context: cdkJson.context, outdir }));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The resources of a type: logical id and properties, read as `P`. */
export function resources<P>(template: Template, type: string): { id: string; properties: P }[] {
  return Object.entries(template.findResources(type)).map(([id, resource]) => ({
    id,
    properties: resource['Properties'] as P,
  }));
}

export type Reference = { Ref: string } | { 'Fn::GetAtt': [string, string] };

/** The logical id that a Ref or GetAtt points to. */
export function target(value: unknown): string {
  const reference = value as Reference;
  return 'Ref' in reference ? reference.Ref : reference['Fn::GetAtt'][0];
}

/** A value of a template as one line: what refers stays in brackets. */
export function flat(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[kind, of] = ['', '']] = Object.entries(value as Record<string, unknown>);
  if (kind === 'Fn::Join') return (of as [string, unknown[]])[1].map(flat).join('');
  return `<${Array.isArray(of) ? of.join('.') : of}>`;
}
