import type { Route } from '../route.ts';
import { accessRoutes } from './access.ts';
import { askedExportRoutes } from './asked-exports.ts';
import { auditRoutes } from './audit.ts';
import { batchRoutes } from './batches/batches.ts';
import { selectionRoutes } from './batches/selections.ts';
import { uploadRoutes } from './batches/uploads.ts';
import { boxCommandRoutes } from './box-commands.ts';
import { boxJoiningRoutes } from './box-joining.ts';
import { boxRoutes } from './boxes.ts';
import { callbackRoutes } from './callbacks.ts';
import { creditRoutes } from './credits.ts';
import { directoryRoutes } from './directory/index.ts';
import { docsRoutes } from './docs.ts';
import { fileRoutes } from './files.ts';
import { hirerRoutes } from './hirer.ts';
import { hirerConsentRoutes } from './hirer-consent.ts';
import { hirerLoginRoutes } from './hirer-logins.ts';
import { inboundRoutes } from './inbound.ts';
import { invitationRoutes } from './invitations.ts';
import { mailMarkRoutes } from './mail-marks.ts';
import { mailTemplateRoutes } from './mail-templates.ts';
import { messageDecisionRoutes } from './message-decisions.ts';
import { messageExportRoutes } from './message-exports.ts';
import { messageScheduleRoutes } from './message-schedule.ts';
import { messageTemplateRoutes } from './message-templates.ts';
import { messagingRoutes } from './messaging.ts';
import { messagingServiceRoutes } from './messaging-services.ts';
import { messagingSettingsRoutes } from './messaging-settings.ts';
import { mobilePrefixRoutes } from './mobile-prefixes.ts';
import { operatorRoutes } from './operator/index.ts';
import { optOutRoutes } from './opt-outs.ts';
import { passkeyRoutes } from './passkeys.ts';
import { portalAccessRoutes } from './portal-access.ts';
import { providerRoutes } from './providers.ts';
import { secondFactorRoutes, securityRoutes } from './second-factor.ts';
import { settingsRoutes } from './settings.ts';
import { threadRoutes } from './threads.ts';
import { verificationRoutes } from './verification.ts';
import { webhookRoutes } from './webhooks.ts';

/** THE route table. */
export const routes = {
  ...accessRoutes,
  ...directoryRoutes,
  ...fileRoutes,
  ...settingsRoutes,
  ...mailTemplateRoutes,
  ...mailMarkRoutes,
  ...secondFactorRoutes,
  ...passkeyRoutes,
  ...securityRoutes,
  ...portalAccessRoutes,
  ...invitationRoutes,
  ...verificationRoutes,
  ...hirerConsentRoutes,
  ...hirerRoutes,
  ...auditRoutes,
  ...hirerLoginRoutes,
  ...messagingRoutes,
  ...creditRoutes,
  ...messageDecisionRoutes,
  ...messageScheduleRoutes,
  ...messageExportRoutes,
  ...askedExportRoutes,
  ...messageTemplateRoutes,
  ...mobilePrefixRoutes,
  ...messagingSettingsRoutes,
  ...messagingServiceRoutes,
  ...uploadRoutes,
  ...batchRoutes,
  ...selectionRoutes,
  ...providerRoutes,
  ...callbackRoutes,
  ...webhookRoutes,
  ...boxRoutes,
  ...boxCommandRoutes,
  ...inboundRoutes,
  ...threadRoutes,
  ...optOutRoutes,
  ...boxJoiningRoutes,
  ...operatorRoutes,
  ...docsRoutes,
} as const satisfies Record<string, Route>;
export type RouteName = keyof typeof routes;
