import { Anchor, Button, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PROVIDER_TITLES } from '../../../../contract/catalogues/provider-reasons.ts';
import { PROVIDER_TERMS } from '../../../../contract/provider-terms.ts';
import { isProvider } from '../../../../contract/providers.ts';
import { api } from '../../api/client.ts';
import { type MessagingService, servicesQuery } from '../../api/services.ts';
import { useMay } from '../../api/use-may.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface AcceptResponsibilityProps {
  readonly toAccept: NonNullable<MessagingService['toAccept']>;
}

/** That the agency answers for its SMS, asked once of somebody who may accept it; others are told who that is (E3-12). */
export function AcceptResponsibility({ toAccept }: AcceptResponsibilityProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const mayAccept = useMay('settings:manage');
  const accept = useMutation({
    mutationFn: () => api.acceptSmsResponsibility({ body: { textVersion: toAccept.textVersion } }),
    onSuccess: () => queryClient.invalidateQueries(servicesQuery()),
  });
  if (!mayAccept) return <Text>{t('sms.toAccept.byOthers')}</Text>;
  return (
    <Stack gap="sm">
      <Text>{t('sms.toAccept.intro')}</Text>
      <Paper withBorder p="sm" component="blockquote" m={0}>
        {toAccept.text}
      </Paper>
      <Text>{t('sms.toAccept.terms')}</Text>
      <Terms {...toAccept} />
      {accept.error && <ProblemAlert error={accept.error} />}
      <Button size="md" loading={accept.isPending} onClick={() => accept.mutate()}>
        {t('sms.toAccept.submit')}
      </Button>
    </Stack>
  );
}

function Terms({ routes, providerTerms }: AcceptResponsibilityProps['toAccept']) {
  const { t } = useTranslation();
  const links = [
    ...(providerTerms === undefined ? [] : [{ href: providerTerms, label: t('sms.toAccept.ofAgency') }]),
    ...routes.filter(isProvider).map((provider) => ({
      href: PROVIDER_TERMS[provider],
      label: t('sms.toAccept.ofProvider', { provider: PROVIDER_TITLES[provider] }),
    })),
  ];
  return (
    <ul className="listed">
      {links.map(({ href, label }) => (
        <li key={href}>
          <Anchor href={href} target="_blank" rel="noreferrer" underline="always">
            {label}
          </Anchor>
        </li>
      ))}
      {routes.includes('modem') && <li>{t('sms.toAccept.ofOperator')}</li>}
    </ul>
  );
}
