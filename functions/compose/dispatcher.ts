import { BalanceMarkRepository } from '../adapters/dynamodb/balance-mark-repository.ts';
import { BatchRepository } from '../adapters/dynamodb/batch-repository.ts';
import { LedgerRepository } from '../adapters/dynamodb/ledger-repository.ts';
import { MailDutyRepository } from '../adapters/dynamodb/mail-duty-repository.ts';
import { MessageExportRepository } from '../adapters/dynamodb/message-export-repository.ts';
import { SettingsRepository } from '../adapters/dynamodb/settings-repository.ts';
import { TenantRepository } from '../adapters/dynamodb/tenant-repository.ts';
import { WalletRepository } from '../adapters/dynamodb/wallet-repository.ts';
import { WebhookDeliveryRepository } from '../adapters/dynamodb/webhook-delivery-repository.ts';
import { WebhookReplayRepository } from '../adapters/dynamodb/webhook-replay-repository.ts';
import { WebhookRepository } from '../adapters/dynamodb/webhook-repository.ts';
import { exportHurry } from './exports.ts';
import { handOver } from './hand-over.ts';
import { batchHurry, callHurry, clock, log, newId, table } from './parts.ts';
import { webhookHurry } from './webhooks.ts';

export function dispatcher() {
  const one = table();
  const marks = new BalanceMarkRepository(one, new SettingsRepository(one), new WalletRepository(one));
  return {
    log,
    dispatcher: { ...handOver(one), callHurry: callHurry() },
    closing: { ledger: new LedgerRepository(one), tenants: new TenantRepository(one), clock },
    watch: { marks, clock, newId },
    exports: { exports: new MessageExportRepository(one), hurry: exportHurry(), clock },
    webhooks: {
      webhooks: new WebhookRepository(one),
      deliveries: new WebhookDeliveryRepository(one),
      replays: new WebhookReplayRepository(one),
      hurry: webhookHurry(),
      clock,
    },
    mails: { duties: new MailDutyRepository(one), clock },
    batches: { batches: new BatchRepository(one, clock), batchHurry: batchHurry(), clock },
  };
}
