import { Text } from '@mantine/core';
import { currentLanguage } from '../../../texts/i18n.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { reasonsOf } from './account-values.ts';

/** What the API refused about an account, with the provider's reason. */
export function RefusedAccount({ error }: { readonly error: unknown }) {
  return (
    <div>
      <ProblemAlert error={error} />
      {reasonsOf(error, currentLanguage()).map((reason) => (
        <Text key={reason}>{reason}</Text>
      ))}
    </div>
  );
}
