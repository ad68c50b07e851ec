import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const { t } = useTranslation();
  return (
    <Page title={t('secondFactor.keepTitle')} key="keep">
      <Text>{t('secondFactor.keep')}</Text>
      <ul className="plain codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button size="md" onClick={onKept}>
        {t('secondFactor.kept')}
      </Button>
    </Page>
  );
}
