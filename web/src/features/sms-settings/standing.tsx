import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { api } from '../../api/client.ts';
import { useNameOf } from '../../api/employees.ts';
import { servicesQuery } from '../../api/services.ts';
import { useMoments } from '../../ui/use-moments.ts';
import { AcceptResponsibility } from '../sms/accept-responsibility.tsx';
import { Card } from './card.tsx';

interface StandingProps {
  readonly settings: Awaited<ReturnType<typeof api.getMessagingSettings>>;
}

/** What stands above all settings: the operator's switch, and that the agency answers for its SMS. */
export function Standing({ settings }: StandingProps) {
  const { t } = useTranslation();
  const { moment } = useMoments();
  const nameOf = useNameOf();
  const { data } = useQuery(servicesQuery());
  const [service] = data?.items ?? [];
  const { accepted } = settings.responsibility;
  const name = accepted && nameOf(accepted.by);
  return (
    <>
      {service?.whyNot === 'sending-stopped' && (
        <Alert color="red" variant="light" title={t('smsSettings.stopped')}>
          {t('smsSettings.stoppedAction')}
        </Alert>
      )}
      {service?.toAccept ? (
        <Card name="responsibility" title={t('smsSettings.responsibility')}>
          <AcceptResponsibility toAccept={service.toAccept} />
        </Card>
      ) : (
        accepted && (
          <Text>
            {name === undefined
              ? t('smsSettings.accepted', { moment: moment(accepted.at) })
              : t('smsSettings.acceptedBy', { moment: moment(accepted.at), name })}
          </Text>
        )
      )}
    </>
  );
}
