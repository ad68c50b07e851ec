import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as Lambda, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { FunctionName, FunctionSpec } from '../functions.ts';
import { encryptedLogGroup, type LogProps } from './encrypted-log-group.ts';

const BUNDLES = join(import.meta.dirname, '..', '..', 'dist', 'functions');

export interface HerautFunctionProps {
  readonly functionName: string;
  readonly handler: FunctionName;
  readonly spec: FunctionSpec;
  readonly logs: LogProps;
  readonly environment: Record<string, string>;
  readonly reservedConcurrentExecutions?: number;
}

/** One function with its own role and log group. The role starts with nothing but writing to that log group. */
export class HerautFunction extends Construct {
  readonly lambda: Lambda;

  constructor(scope: Construct, id: string, props: HerautFunctionProps) {
    super(scope, id);
    const { functionName, handler, spec, reservedConcurrentExecutions } = props;
    const logGroup = encryptedLogGroup(this, 'Logs', handler, props.logs);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.lambda = new Lambda(this, 'Function', {
      functionName,
      description: spec.purpose,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(join(BUNDLES, handler), { exclude: ['*.map'] }),
      memorySize: spec.memoryMb,
      timeout: Duration.seconds(spec.timeoutSeconds),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      environment: props.environment,
      ...(reservedConcurrentExecutions === undefined ? {} : { reservedConcurrentExecutions }),
    });
  }
}
