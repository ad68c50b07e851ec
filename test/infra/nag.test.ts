import { Stack } from 'aws-cdk-lib';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { describe, expect, it } from 'vitest';
import { StrictSolutionsChecks } from '../../infra/constructs/strict-solutions-checks.ts';
import { example, synthesize, withApp } from '../support/infra/synthesized.ts';

describe('the rules of cdk-nag', () => {
  it.each([
    ['as the example has it', example],
    ['with an account and no mail for alarms', { ...example, account: '111122223333', alarmMail: undefined }],
  ])('S1 find nothing in the deployment %s', (_, config) => {
    const { app } = synthesize(config);
    expect(new StrictSolutionsChecks(app).validateScope(app).violations).toEqual([]);
  });

  it('S1 are all errors here, also those that cdk-nag only warns of', () => {
    const { violations } = withApp((app) => {
      new Table(new Stack(app, 'Careless'), 'Table', { partitionKey: { name: 'pk', type: AttributeType.STRING } });
      return new StrictSolutionsChecks(app).validateScope(app);
    });
    expect(violations).toMatchObject([{ ruleName: 'AwsSolutions-DDB3', severity: 'error' }]);
  });
});
