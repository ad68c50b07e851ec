import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MessagingService } from '../../api/services.ts';
import { useMay } from '../../api/use-may.ts';
import { AcceptResponsibility } from './accept-responsibility.tsx';
import { OfferSms } from './offer-sms.tsx';
import { whyNot } from './why-not.ts';

/** Why nothing can be sent, and what to do about it, for who can do that. */
export function NotYet({ service }: { readonly service: MessagingService }) {
  const { t } = useTranslation();
  const mayOffer = useMay('settings:manage');
  if (service.toAccept) return <AcceptResponsibility toAccept={service.toAccept} />;
  const isOff = service.whyNot === 'sms-service-off' || service.whyNot === 'sms-not-offered';
  return isOff && mayOffer ? <OfferSms service={service} /> : <Text>{whyNot(t, service.whyNot)}</Text>;
}
