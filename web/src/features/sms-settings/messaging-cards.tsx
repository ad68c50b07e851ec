import type { api } from '../../api/client.ts';
import { AddressesCard } from './addresses-card.tsx';
import { useMessagingSettings } from './kept-settings.ts';
import { OfferCard } from './offer-card.tsx';
import { QuietHoursCard } from './quiet-hours-card.tsx';
import { TextsCard } from './texts-card.tsx';
import { WorkCard } from './work-card.tsx';

interface MessagingCardsProps {
  readonly settings: Awaited<ReturnType<typeof api.getMessagingSettings>>;
}

export function MessagingCards({ settings }: MessagingCardsProps) {
  const kept = useMessagingSettings(settings);
  return (
    <>
      <OfferCard kept={kept} />
      <TextsCard kept={kept} />
      <AddressesCard kept={kept} />
      <WorkCard kept={kept} />
      <QuietHoursCard kept={kept} />
    </>
  );
}
