import { runService } from './service.ts';

/** The service alone, as the local stack starts it: `node main.ts <configuration file>`, or its path in HERAUT_EDGE_CONFIG. */
try {
  const file = process.argv[2] ?? process.env['HERAUT_EDGE_CONFIG'];
  if (!file) throw new Error('Give the path of the configuration file, or set HERAUT_EDGE_CONFIG to it.');
  await runService(file);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
