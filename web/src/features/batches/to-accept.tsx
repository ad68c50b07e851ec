import { Alert, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { servicesQuery } from '../../api/services.ts';
import { useMay } from '../../api/use-may.ts';
import { TextLink } from '../../ui/links.tsx';
import { whyNot } from '../sms/why-not.ts';
import { AcceptForm } from './accept-form.tsx';
import { EstimateFacts } from './estimate-facts.tsx';
import { PreviewOfRecipient } from './preview-of-recipient.tsx';
import type { Batch } from './queries.ts';
import { useCostSum } from './use-cost-sum.ts';

/** What the batch would be, all of it, before anything is sent: then it can be accepted. */
export function ToAccept({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation();
  const { data } = useQuery(servicesQuery());
  const [service] = data?.items ?? [];
  const maySend = useMay('messages:send');
  const costSum = useCostSum();
  const { lines, credits, estimate } = batch;
  const skipped = lines.duplicates + lines.refused;
  const missing = service?.available === undefined ? 0 : credits - service.available;
  const warnings = [
    skipped > 0 && t('batches.skippedSee', { count: skipped }),
    estimate?.perMinute === 0 && t('batches.noRoute'),
    estimate !== undefined && estimate.tooOld > 0 && t('batches.tooOld', { count: estimate.tooOld }),
    missing > 0 && t('batches.creditsMissing', { count: missing }),
  ].filter((one) => typeof one === 'string');
  if (lines.recipients === 0)
    return (
      <Alert color="red" variant="light" title={t('batches.nobody')}>
        <TextLink to="/new-batch" c="inherit" underline="always">
          {t('batches.again')}
        </TextLink>
      </Alert>
    );
  return (
    <Stack gap="md" component="section" aria-labelledby="to-accept">
      <Title order={2} size="h3" id="to-accept">
        {t('batches.toAccept')}
      </Title>
      <Text fw={600}>{costSum(batch)}</Text>
      <EstimateFacts batch={batch} available={service?.available} />
      {warnings.length > 0 && (
        <Alert color="red" variant="light" title={t('batches.warnings')}>
          <ul className="listed">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Alert>
      )}
      <PreviewOfRecipient batch={batch} />
      {maySend ? <AcceptForm batch={batch} /> : service && <Text>{whyNot(t, service.whyNot)}</Text>}
    </Stack>
  );
}
