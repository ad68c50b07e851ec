import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { saveFile } from '../../ui/save-file.ts';

/** Spreadsheets know by it that a file is UTF-8; a browser takes it off what it fetches. */
const MARK = '\uFEFF';

/** Gives the month as a CSV, as the API makes it. */
export function StatementFile({ month }: { readonly month: string }) {
  const { t } = useTranslation();
  const file = useMutation({
    mutationFn: () => api.getCreditStatementCsv({ query: { month } }),
    onSuccess: (csv) => saveFile(`credits-${month}.csv`, 'text/csv', `${MARK}${csv}`),
  });
  return (
    <>
      <Button size="md" variant="default" loading={file.isPending} onClick={() => file.mutate()}>
        {t('credits.file')}
      </Button>
      {file.error && <ProblemAlert error={file.error} />}
    </>
  );
}
