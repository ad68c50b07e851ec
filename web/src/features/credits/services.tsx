import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { servicesQuery } from '../../api/services.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { whyNot } from '../sms/why-not.ts';

/** By what the agency can send, what each costs, and whether the reader may send by it now. */
export function Services() {
  const { t } = useTranslation();
  const { data, error } = useQuery(servicesQuery());
  return (
    <Stack gap="sm" component="section" aria-labelledby="services">
      <Title order={2} size="h3" id="services">
        {t('credits.services')}
      </Title>
      {error && <ProblemAlert error={error} />}
      {!data && !error && <Loading />}
      {data && (
        <ul className="cards">
          {data.items.map((one) => (
            <li key={one.service}>
              <div className="card-head">
                <Text fw={600}>{t(`credits.names.${one.service}`)}</Text>
                <Text>{t(`credits.price.${one.price.per}`, { count: one.price.credits })}</Text>
              </div>
              <Text size="sm">{one.maySend ? t('credits.maySend') : whyNot(t, one.whyNot)}</Text>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
