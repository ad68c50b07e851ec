import type * as z from 'zod/mini';
import type { Language } from '../../contract/catalogues/index.ts';
import type { messagingSettings, messagingSettingsRoutes } from '../../contract/routes/messaging-settings.ts';
import { SMS_RESPONSIBILITY_VERSION, smsResponsibilityTexts } from '../../contract/sms-responsibility.ts';
import { personOf } from '../domain/access/principal.ts';
import {
  acceptSmsResponsibility,
  changeMessagingSettings,
  type MessagingSettingsDependencies,
} from '../domain/messaging/settings/change-settings.ts';
import type { MessagingOfTenant } from '../domain/messaging/settings/model.ts';
import { actorOf } from './actor.ts';
import type { Handlers } from './api.ts';
import { etag } from './entry-handlers.ts';

export function messagingSettingsHandlers(
  deps: MessagingSettingsDependencies,
): Handlers<typeof messagingSettingsRoutes> {
  return {
    getMessagingSettings: async ({ principal: { tenant }, language }) => answer(tenant, language),
    async changeMessagingSettings(request) {
      const { tenant } = request.principal;
      const changed = await changeMessagingSettings(deps, actorOf(request), tenant, request.version, request.body);
      return answer(changed, request.language);
    },
    async acceptSmsResponsibility(request) {
      // a person has to take it upon them
      const { tenant } = personOf(request.principal);
      const accepted = await acceptSmsResponsibility(deps, actorOf(request), tenant, request.body.textVersion);
      return answer(accepted, request.language);
    },
  };
}

/** The settings as the API says them, with the text that somebody would be asked to accept now. */
function answer({ messaging, messagingVersion: version, smsResponsibility }: MessagingOfTenant, language: Language) {
  const body: z.input<typeof messagingSettings> = {
    ...messaging,
    responsibility: {
      text: smsResponsibilityTexts[language],
      textVersion: SMS_RESPONSIBILITY_VERSION,
      ...(smsResponsibility && { accepted: smsResponsibility }),
    },
    version,
  };
  return { body, headers: { ...etag({ version }), 'content-language': language } };
}
