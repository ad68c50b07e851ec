import { Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type ReactNode, useEffect, useState } from 'react';
import { ErrorSummary } from './error-summary.tsx';
import { ProblemAlert } from './problem-alert.tsx';

type Values = Record<string, unknown>;

export interface FormProps<V extends Values> {
  /** for a button that stands outside of it */
  readonly id?: string;
  readonly form: UseFormReturnType<V>;
  /** of each field, in the order of the page */
  readonly labels: Readonly<Record<keyof V & string, string>>;
  /** of the last try, or null */
  readonly error: unknown;
  /** what of it belongs to a field: the message by the field's name */
  readonly refusals?: (error: unknown) => Readonly<Record<string, string>>;
  readonly onSubmit: (values: V) => void;
  readonly children: ReactNode;
}

/** A form whose button always works: what is wrong is then said above and at each field, and the first of them takes the focus. */
export function Form<V extends Values>(props: FormProps<V>) {
  const { id, form, labels, error, refusals = () => ({}), onSubmit, children } = props;
  const [refused, setRefused] = useState(0);
  const refuse = () => setRefused((times) => times + 1);
  const byTheApi = refusals(error);
  const names = Object.keys(labels) as (keyof V & string)[];
  const wrong = names.filter((name) => form.errors[name]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useEffect(() => {
    if (Object.keys(byTheApi).length === 0) return;
    form.setErrors(byTheApi);
    refuse();
  }, [error]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal, not for each letter typed after it
  useEffect(() => {
    if (refused > 0 && wrong[0] !== undefined) document.getElementById(fieldId(wrong[0]))?.focus();
  }, [refused]);
  return (
    <form id={id} noValidate onSubmit={form.onSubmit(onSubmit, refuse)}>
      <Stack gap="md">
        {error != null && Object.keys(byTheApi).length === 0 && <ProblemAlert error={error} />}
        {refused > 0 && wrong.length > 0 && (
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

/** The same of a box to tick. */
export function tickBox<V extends Values>(form: UseFormReturnType<V>, name: keyof V & string) {
  return { ...form.getInputProps(name, { type: 'checkbox' }), id: fieldId(name), name, size: 'md' } as const;
}

export const fieldId = (name: string) => `field-${name}`;
