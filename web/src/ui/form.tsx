import { Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type ReactNode, useEffect, useState } from 'react';
import { ErrorSummary } from './error-summary.tsx';
import { ProblemAlert } from './problem-alert.tsx';

type Values = Record<string, string>;

export interface FormProps<V extends Values> {
  readonly form: UseFormReturnType<V>;
  /** of each field, in the order of the page */
  readonly labels: Readonly<Record<keyof V & string, string>>;
  /** what the API said to the last try, as far as it does not belong to a field */
  readonly problem: unknown;
  readonly onSubmit: (values: V) => void;
  readonly children: ReactNode;
}

/** A form whose button always works: what is wrong is then said above and at each field, and the first of them takes the focus. */
export function Form<V extends Values>({ form, labels, problem, onSubmit, children }: FormProps<V>) {
  const [refusals, setRefusals] = useState(0);
  const names = Object.keys(labels) as (keyof V & string)[];
  const wrong = names.filter((name) => form.errors[name]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal, not for each letter typed after it
  useEffect(() => {
    if (refusals > 0 && wrong[0] !== undefined) document.getElementById(fieldId(wrong[0]))?.focus();
  }, [refusals]);
  return (
    <form noValidate onSubmit={form.onSubmit(onSubmit, () => setRefusals(refusals + 1))}>
      <Stack gap="md">
        {problem != null && <ProblemAlert error={problem} />}
        {refusals > 0 && wrong.length > 0 && (
          <ErrorSummary
            errors={wrong.map((name) => ({ id: fieldId(name), label: labels[name], message: form.errors[name] }))}
          />
        )}
        {children}
      </Stack>
    </form>
  );
}

/** What ties an input to its form: id and name, so that the summary and password managers find it. */
export function field<V extends Values>(form: UseFormReturnType<V>, name: keyof V & string) {
  return { ...form.getInputProps(name), id: fieldId(name), name, size: 'md' } as const;
}

const fieldId = (name: string) => `field-${name}`;
