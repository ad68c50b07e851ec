import { type UseFormReturnType, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { changesTo, isSame } from './changes-to.ts';

/** Where a group of settings is kept with others. */
export interface Kept<S> {
  readonly settings: S;
  /** Puts these in the place of those that are kept; all others stay. */
  readonly save: (change: Partial<S>) => Promise<unknown>;
}

export interface GroupOptions<S, V extends object> {
  readonly valuesOf: (settings: S) => V;
  /** as they are kept: what is empty is undefined */
  readonly settingsOf: (values: V) => Partial<S>;
}

export interface Group<V extends object> {
  readonly form: UseFormReturnType<V>;
  readonly error: unknown;
  readonly isSaving: boolean;
  /** what is shown is what is kept, by this reader's own saving */
  readonly isSaved: boolean;
  readonly save: (values: V) => void;
}

/**
 * One group of settings as a form of its own. Only what its reader changed is saved, so that what somebody else has changed
 * meanwhile stays; and that is shown, where the reader has not typed.
 */
export function useGroup<S, V extends object>(kept: Kept<S>, { valuesOf, settingsOf }: GroupOptions<S, V>): Group<V> {
  const fresh = valuesOf(kept.settings);
  const seen = useRef(fresh);
  const form = useForm<V>({ initialValues: fresh });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each change of what is kept
  useEffect(() => {
    const typed = Object.entries(form.values).filter(([name, value]) => !isSame(value, seen.current[name as keyof V]));
    seen.current = fresh;
    form.setValues({ ...fresh, ...(Object.fromEntries(typed) as Partial<V>) });
  }, [JSON.stringify(fresh)]);
  const mutation = useMutation({
    mutationFn: (values: V) => kept.save(changesTo(settingsOf(valuesOf(kept.settings)), settingsOf(values))),
  });
  return {
    form,
    error: mutation.error,
    isSaving: mutation.isPending,
    isSaved: mutation.isSuccess && isSame(form.values, fresh),
    save: (values) => mutation.mutate(values),
  };
}
