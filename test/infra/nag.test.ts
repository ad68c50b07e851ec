import { App, Stack } from 'aws-cdk-lib';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { describe, expect, it } from 'vitest';
import { StrictSolutionsChecks } from '../../infra/constructs/strict-solutions-checks.ts';
import { synthesize } from '../support/infra/synthesized.ts';

describe('the rules of cdk-nag', () => {
  it('S1 find nothing in the deployment', () => {
    const { app } = synthesize();
    expect(new StrictSolutionsChecks(app).validateScope(app).violations).toEqual([]);
  });

  it('S1 are all errors here, also those that cdk-nag only warns of', () => {
    const app = new App();
    new Table(new Stack(app, 'Careless'), 'Table', { partitionKey: { name: 'pk', type: AttributeType.STRING } });
    const { violations } = new StrictSolutionsChecks(app).validateScope(app);
    expect(violations).toMatchObject([{ ruleName: 'AwsSolutions-DDB3', severity: 'error' }]);
  });
});
