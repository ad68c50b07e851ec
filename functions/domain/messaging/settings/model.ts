import type { MessagingSettings } from '../../../../contract/messaging-settings.ts';

/** They lie with the tenant, which every request reads anyway: a change counts from everybody's next request on (E0-4). */
export interface MessagingOfTenant {
  readonly messaging: MessagingSettings;
  /** 0 before the first change */
  readonly messagingVersion: number;
  /** absent until somebody accepts it */
  readonly smsResponsibility?: AcceptedResponsibility;
}

/** That the agency answers for what it sends (E3-12). */
export interface AcceptedResponsibility {
  /** ISO 8601 */
  readonly at: string;
  /** the employee */
  readonly by: string;
  readonly textVersion: string;
  /** what was linked then */
  readonly providerTerms?: string | undefined;
}

/** What holds until somebody decides otherwise: nothing is sent by an agency that has not chosen its sender name. */
export const NO_MESSAGING: MessagingOfTenant = {
  messaging: {
    ...{ serviceOn: false, offered: false },
    ...{ senderNameShown: 'line', senderNameChangeable: false, listInMenu: true },
  },
  messagingVersion: 0,
};
