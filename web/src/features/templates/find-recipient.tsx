import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecipientKind } from '../../../../contract/message-template.ts';
import { RECORDS } from '../../../../contract/record-id.ts';
import { useMay } from '../../api/use-may.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { type Found, foundQuery } from './found.ts';

/** Milliseconds after the last letter. */
const PAUSE = 300;
const permissionFor = (kind: RecipientKind) =>
  Object.values(RECORDS).find((one) => one.kind === kind)?.permission ?? 'employees:read';

interface FindRecipientProps {
  readonly kind: RecipientKind;
  readonly onFound: (found: Found) => void;
}

/** Finds somebody of a kind by the name; a contact by that of the company first. */
export function FindRecipient({ kind, onFound }: FindRecipientProps) {
  const { t } = useTranslation();
  const [company, setCompany] = useState<Found>();
  const [words, setWords] = useState('');
  const [settled] = useDebouncedValue(words.trim(), PAUSE);
  const asked = kind === 'contact' && !company ? 'company' : kind;
  const maySee = useMay(permissionFor(kind));
  const { data, error } = useQuery({ ...foundQuery(asked, settled, company?.id), enabled: maySee });
  if (!maySee) return <Text>{t(`templates.mayNotSee.${kind}`)}</Text>;
  const choose = (found: Found) => {
    if (asked === kind) return onFound(found);
    setCompany(found);
    setWords('');
  };
  return (
    <Stack gap="xs">
      <TextInput
        size="md"
        label={company ? t('templates.findAt', { company: company.name }) : t(`templates.find.${kind}`)}
        value={words}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {error && <ProblemAlert error={error} />}
      <Text size="sm" role="status">
        {data?.length === 0 && t('templates.nobodyFound')}
      </Text>
      {data?.map((found) => (
        <Button key={found.id} size="md" variant="default" justify="start" onClick={() => choose(found)}>
          {found.name}
        </Button>
      ))}
    </Stack>
  );
}
