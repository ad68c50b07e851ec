import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { employeesQuery } from '../../api/employees.ts';
import { sessionQuery } from '../../api/session.ts';
import { useMay } from '../../api/use-may.ts';
import { type Choice, withAsked } from '../../ui/with-asked.ts';

/** Whose SMS can be asked for: the reader's own, and those of the employees whom the reader may see. */
export function useSenders(asked: string | undefined): readonly Choice[] {
  const { t } = useTranslation();
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const { data: employees } = useQuery({ ...employeesQuery, enabled: useMay('employees:read') });
  const own = session?.employee?.id;
  const known = [
    ...(own === undefined ? [] : [{ value: own, label: t('messages.me') }]),
    ...(employees?.items ?? []).filter(({ id }) => id !== own).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return withAsked(known, asked, t('messages.somebodyElse'));
}
