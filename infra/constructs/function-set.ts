import { Stack, Token } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { routes } from '../../contract/routes/index.ts';
import type { DeploymentConfig } from '../config.ts';
import { FUNCTIONS, type FunctionName, type FunctionSpec, functionNames } from '../functions.ts';
import { acknowledge } from './acknowledge.ts';
import { AMAZON_ROOT_CA, boxKind, MQTT_PORT } from './box-endpoint.ts';
import type { LogProps } from './encrypted-log-group.ts';
import { HerautFunction } from './heraut-function.ts';
import { startByQueue } from './queue-source.ts';
import type { Queues } from './queues.ts';
import {
  consumeFrom,
  mailFrom,
  manageCertificates,
  onTable,
  publishToBoxes,
  readStream,
  sendTo,
  useFiles,
  useFilesKey,
  useQueueKey,
  useTableKey,
} from './statements.ts';
import { startByTableStream } from './stream-source.ts';

export interface FunctionSetProps {
  readonly config: DeploymentConfig;
  readonly table: Table;
  readonly files: IBucket;
  readonly dataKey: IKey;
  readonly queues: Queues;
  readonly logs: LogProps;
}

/** `PROVIDER_CALLS_QUEUE_URL` */
const queueVariable = (name: string) => `${name.toUpperCase().replaceAll('-', '_')}_QUEUE_URL`;

const ANSWERS_ROUTES: ReadonlySet<string> = new Set(Object.values(routes).map((route) => route.function));

/** Every function of the table in functions.ts, with the environment and the permissions that follow from its entry. */
export class FunctionSet extends Construct {
  readonly functions: Readonly<Record<FunctionName, Lambda>>;
  readonly #props: FunctionSetProps;

  constructor(scope: Construct, id: string, props: FunctionSetProps) {
    super(scope, id);
    this.#props = props;
    this.functions = Object.fromEntries(functionNames.map((name) => [name, this.#add(name)])) as Record<
      FunctionName,
      Lambda
    >;
  }

  #add(handler: FunctionName): Lambda {
    const { config, queues, logs } = this.#props;
    const spec: FunctionSpec = FUNCTIONS[handler];
    const { lambda } = new HerautFunction(this, handler, {
      functionName: `${config.name}-${handler}`,
      handler,
      spec,
      logs,
      environment: this.#environment(handler, spec),
      ...(handler === 'api-login' ? { reservedConcurrentExecutions: config.loginConcurrency } : {}),
    });
    for (const statement of this.#statements(spec)) lambda.addToRolePolicy(statement);
    if (spec.consumes) startByQueue(this, `${handler}-source`, queues.work[spec.consumes].queue, lambda);
    if (spec.follows) this.#followTable(handler, lambda);
    if (spec.publishes) this.#acknowledgeAnyBox(lambda, spec);
    if (spec.files) this.#acknowledgeAnyFile(lambda, spec.files);
    return lambda;
  }

  #followTable(handler: FunctionName, lambda: Lambda): void {
    const { table, queues } = this.#props;
    const { tableStreamArn: streamArn } = table;
    if (streamArn === undefined) throw new Error('the table has no stream');
    for (const statement of readStream(streamArn)) lambda.addToRolePolicy(statement);
    acknowledge(lambda.role ?? lambda, {
      'AwsSolutions-IAM5[Resource::*]':
        'dynamodb:ListStreams knows no resource: it tells names of streams and nothing in them.',
    });
    startByTableStream(this, `${handler}-source`, { streamArn, target: lambda, dlq: queues.afterDlq });
  }

  #acknowledgeAnyBox(lambda: Lambda, spec: FunctionSpec): void {
    const { region, account } = Stack.of(this);
    const id = Token.isUnresolved(account) ? '<AWS::AccountId>' : account;
    const wildcard = (resource: string) =>
      `AwsSolutions-IAM5[Resource::${resource === '*' ? '*' : `arn:<AWS::Partition>:iot:${region}:${id}:${resource}`}]`;
    const boxes = 'Boxes come and go, and each has a name and a topic of its own, so that the box is the wildcard.';
    acknowledge(lambda.role ?? lambda, {
      [wildcard('topic/heraut/*/down')]: boxes,
      ...(spec.issues && {
        [wildcard('thing/ten_*:box_*')]: boxes,
        [wildcard('client/ten_*:box_*')]: boxes,
        [wildcard('cert/*')]: 'AWS IoT makes up the id of a certificate when it issues it.',
        [wildcard('*')]: 'iot:CreateCertificateFromCsr knows no resource: what it makes opens nothing by itself.',
      }),
    });
  }

  #acknowledgeAnyFile(lambda: Lambda, use: NonNullable<FunctionSpec['files']>): void {
    const { files } = this.#props;
    // cdk-nag names what another stack exports by the name of the export
    const exported: { 'Fn::ImportValue': string } = Stack.of(this).resolve(
      Stack.of(files).exportValue(files.bucketArn),
    );
    const finding = (folder: string) => `AwsSolutions-IAM5[Resource::${exported['Fn::ImportValue']}/${folder}/*]`;
    const why = 'Each file has a name of its own, so that the name is the wildcard.';
    acknowledge(lambda.role ?? lambda, Object.fromEntries(Object.keys(use).map((folder) => [finding(folder), why])));
  }

  #environment(handler: FunctionName, spec: FunctionSpec): Record<string, string> {
    const { config, table, files, queues } = this.#props;
    return {
      ...(spec.table ? { TABLE_NAME: table.tableName } : {}),
      ...Object.fromEntries((spec.sends ?? []).map((name) => [queueVariable(name), queues.work[name].queue.queueUrl])),
      ...(spec.files ? { FILES_BUCKET: files.bucketName } : {}),
      ...(spec.mails ? { MAIL_CONFIGURATION_SET: config.name } : {}),
      ...(spec.publishes ? { IOT_ENDPOINT: config.iotEndpoint } : {}),
      ...(spec.issues
        ? {
            BOX_POLICY: boxKind(config.name),
            BOX_THING_TYPE: boxKind(config.name),
            BOX_HOST: config.iotEndpoint,
            BOX_PORT: String(MQTT_PORT),
            BOX_AUTHORITY: AMAZON_ROOT_CA,
          }
        : {}),
      ...(spec.callsProviders
        ? {
            CALLBACK_ORIGIN: `https://${config.site.name}`,
            WEBSMS_URL: config.providers.websms,
            SMSAPI_PL_URL: config.providers.smsapiPl,
            SMSAPI_COM_URL: config.providers.smsapiCom,
          }
        : {}),
      ...(ANSWERS_ROUTES.has(handler)
        ? { SITE_ORIGIN: `https://${config.site.name}`, ORIGIN_HASHES: config.origin.secretHashes.join(',') }
        : {}),
    };
  }

  #statements(spec: FunctionSpec): PolicyStatement[] {
    const { config, table, files, dataKey, queues } = this.#props;
    const statements: PolicyStatement[] = [];
    if (spec.table) statements.push(...onTable(table, spec.table), useTableKey(dataKey));
    if (spec.files) statements.push(...useFiles(files, spec.files), useFilesKey(dataKey));
    if (spec.sends)
      statements.push(sendTo(...spec.sends.map((name) => queues.work[name].queue)), useQueueKey(dataKey, 'send'));
    if (spec.consumes) statements.push(consumeFrom(queues.work[spec.consumes].queue), useQueueKey(dataKey, 'consume'));
    if (spec.follows) statements.push(sendTo(queues.afterDlq), useQueueKey(dataKey, 'send'));
    if (spec.publishes) statements.push(publishToBoxes(Stack.of(this)));
    if (spec.mails && config.mailDomains.length > 0)
      statements.push(mailFrom(Stack.of(this), config.mailDomains, config.name));
    if (spec.issues) statements.push(...manageCertificates(Stack.of(this), boxKind(this.#props.config.name)));
    return statements;
  }
}
