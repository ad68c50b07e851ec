import { contactCodec } from '../codecs/contact.ts';
import { hirerAccessOf } from '../codecs/hirer-access.ts';
import { stillThere } from '../entry-repository.ts';
import { accessPut, loginRow } from '../hirer-access.ts';
import { keys } from '../keys.ts';
import type { InviteeKind } from './invitee-kind.ts';

export const contactInvitee: InviteeKind = {
  keys: (tenantId, personId) => [keys.entry(tenantId, personId), keys.hirerAccess(tenantId, personId)],
  inviteeOf([item, access]) {
    if (!item) return undefined;
    const { id: personId, fields } = contactCodec.entryOf(item);
    const { givenName, familyName, language, mailAddresses } = fields;
    const { loginName, epoch } = access ? hirerAccessOf(access) : { loginName: undefined, epoch: 0 };
    const [mailAddress] = mailAddresses;
    return {
      ...{ personId, language, epoch, name: [givenName, familyName].filter(Boolean).join(' ') },
      ...(mailAddress !== undefined && { mailAddress }),
      ...(loginName !== undefined && { loginName }),
    };
  },
  accepted([item, access], loginName) {
    if (!item) return [];
    const { tenantId, id: contactId } = contactCodec.entryOf(item);
    const before = access && hirerAccessOf(access);
    const next = {
      ...{ tenantId, contactId, status: 'enabled' as const, loginName },
      ...{ epoch: (before?.epoch ?? 0) + 1, version: (before?.version ?? 0) + 1 },
    };
    return [accessPut(before, next), stillThere(tenantId, contactId), loginRow(tenantId, contactId)];
  },
};
