import { boxes as boxTexts } from '../../contract/catalogues/field-messages/boxes.ts';
import { modems } from '../../contract/catalogues/field-messages/modems.ts';
import { joinSecrets } from '../adapters/crypto/join-secrets.ts';
import { BoxAccessRepository } from '../adapters/dynamodb/box-access-repository.ts';
import { BoxCommandRepository } from '../adapters/dynamodb/box-command-repository.ts';
import { BoxHealthRepository } from '../adapters/dynamodb/box-health-repository.ts';
import { BoxRepository } from '../adapters/dynamodb/box-repository.ts';
import { api } from './front.ts';
import { clock, downlinks, hintLost, newId, table } from './parts.ts';

export function apiBoxes() {
  const one = table();
  const boxes = new BoxRepository(one);
  const commands = new BoxCommandRepository(one);
  return {
    read: { boxes, healths: new BoxHealthRepository(one), clock },
    add: { boxes, accesses: new BoxAccessRepository(one), joinSecrets, clock, newId },
    commands,
    command: { boxes, commands, downlinks: downlinks(), clock, newId, hintLost },
    api: api(one, boxTexts, modems),
  };
}
