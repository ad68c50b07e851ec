import { agency } from '../../contract/catalogues/field-messages/agency.ts';
import { messaging } from '../../contract/catalogues/field-messages/messaging.ts';
import { schedule } from '../../contract/catalogues/field-messages/schedule.ts';
import { LedgerRepository } from '../adapters/dynamodb/ledger-repository.ts';
import { MessagingSettingsRepository } from '../adapters/dynamodb/messaging-settings-repository.ts';
import { MobilePrefixRepository } from '../adapters/dynamodb/mobile-prefix-repository.ts';
import { SendingSwitches } from '../adapters/dynamodb/sending-switch.ts';
import { TariffRepository } from '../adapters/dynamodb/tariff-repository.ts';
import { WalletRepository } from '../adapters/dynamodb/wallet-repository.ts';
import { api } from './front.ts';
import { clock, newId, table } from './parts.ts';

export function apiServices() {
  const one = table();
  return {
    credits: {
      ...{ wallets: new WalletRepository(one), ledger: new LedgerRepository(one), tariffs: new TariffRepository(one) },
      clock,
    },
    sending: new SendingSwitches(one),
    prefixes: { store: new MobilePrefixRepository(one), clock, newId },
    settings: { store: new MessagingSettingsRepository(one), clock, newId },
    api: api(one, messaging, agency, schedule),
  };
}
