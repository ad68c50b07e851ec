/** A process that writes an export to its end, in as many calls as the function would need. OwnProcess starts it. */
import type { MessageExportJob } from '../../../../contract/jobs.ts';
import { messageExporter } from '../../../../functions/compose/message-exporter.ts';
import { runExport } from '../../../../functions/domain/messaging/exports/run-export.ts';
import { runJob } from '../memory-answers.ts';

await runJob(async (job: MessageExportJob) => {
  const { exporter } = messageExporter();
  const queue = [job];
  const hurry = { push: async (jobs: readonly MessageExportJob[]) => void queue.push(...jobs) };
  let calls = 0;
  for (let next = queue.shift(); next; next = queue.shift()) {
    calls += 1;
    await runExport({ ...exporter, hurry }, next);
  }
  console.log(`  calls of the function: ${calls}`);
});
