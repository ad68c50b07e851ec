import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { servicesQuery } from '../../api/services.ts';
import { whyNot } from './why-not.ts';

/** Where a page would offer to send: why its reader can't now (E0-2, E0-3). */
export function WhyNotSend() {
  const { t } = useTranslation();
  const { data } = useQuery(servicesQuery());
  const [service] = data?.items ?? [];
  return service && !service.maySend ? <Text size="sm">{whyNot(t, service.whyNot)}</Text> : null;
}
