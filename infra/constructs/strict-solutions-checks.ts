import { AwsSolutionsChecks, type IApplyRule, NagMessageLevel } from 'cdk-nag';

/** AWS's rules for good architecture, each an error: recovery to a point in time (DDB3) is no matter of taste. */
export class StrictSolutionsChecks extends AwsSolutionsChecks {
  protected override applyRule(params: IApplyRule): void {
    super.applyRule({ ...params, level: NagMessageLevel.ERROR });
  }
}
