import '../../ui/list.css';
import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { servicesQuery } from '../../api/services.ts';
import { useMay } from '../../api/use-may.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Page } from '../../ui/page.tsx';
import { BatchList } from './batch-list.tsx';

/** All batches of the agency, for who has permission 1669 (E3-4). */
export function BatchesPage() {
  const { t } = useTranslation();
  const mayRead = useMay('messages:read');
  const { data } = useQuery({ ...servicesQuery(), enabled: mayRead });
  const maySend = data?.items.some((service) => service.maySend) === true;
  return (
    <Page title={t('batches.title')} wide>
      {mayRead ? (
        <>
          <Text>{t('batches.intro')}</Text>
          <Group>
            {maySend && (
              <ButtonLink size="md" to="/new-batch">
                {t('batches.new')}
              </ButtonLink>
            )}
            <ButtonLink size="md" variant="default" to="/selections">
              {t('selections.title')}
            </ButtonLink>
          </Group>
          <BatchList />
        </>
      ) : (
        <Text>{t('batches.notPermitted')}</Text>
      )}
    </Page>
  );
}
