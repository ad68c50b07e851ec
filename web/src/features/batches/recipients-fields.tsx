import { NativeSelect, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { field } from '../../ui/form.tsx';
import { selectionsQuery } from '../selections/queries.ts';
import type { BatchFields } from './batch-fields.ts';

interface RecipientsFieldsProps {
  readonly form: UseFormReturnType<BatchFields>;
  /** what the template names: these may be columns of the file */
  readonly columns: readonly string[];
  readonly onFile: (file: File | undefined) => void;
}

/** To whom: a file, or one of the reader's kept selections. */
export function RecipientsFields({ form, columns, onFile }: RecipientsFieldsProps) {
  const { t } = useTranslation();
  const { data } = useQuery(selectionsQuery);
  const kept = (data?.items ?? []).map(({ id, name, members }) => ({
    value: id,
    label: t('batches.selection', { name, members }),
  }));
  const { value: _, onChange: __, ...fileField } = field(form, 'file');
  return (
    <>
      {kept.length > 0 && (
        <NativeSelect
          {...field(form, 'source')}
          label={t('batches.source')}
          data={[{ value: '', label: t('batches.aFile') }, ...kept]}
        />
      )}
      {form.values.source === '' && (
        <TextInput
          {...fileField}
          label={t('batches.file')}
          description={<FileHint columns={columns} />}
          type="file"
          accept=".csv,.txt,text/csv"
          onChange={({ currentTarget: { files } }) => {
            const file = files?.[0];
            form.setFieldValue('file', file?.name ?? '');
            onFile(file);
          }}
        />
      )}
    </>
  );
}

/** What the file has to be, by an example that fits the template. */
function FileHint({ columns }: { readonly columns: readonly string[] }) {
  const { t } = useTranslation();
  const example = [
    ['to', ...columns],
    ['+31612345678', ...columns.map(() => '…')],
  ];
  return (
    <>
      {t('batches.fileHint')} {columns.length > 0 && t('batches.fileColumns')}
      <Text span size="sm" className="as-written example">
        {example.map((cells) => cells.join(';')).join('\n')}
      </Text>
    </>
  );
}
