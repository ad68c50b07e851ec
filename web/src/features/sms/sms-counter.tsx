import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { PreviewedSms } from './previewed-sms.tsx';

/** What is written so far; with a template in place of the text. */
export interface Draft {
  readonly to?: string | undefined;
  readonly text?: string | undefined;
  readonly templateId?: string | undefined;
  readonly senderName?: string | undefined;
}

/** Milliseconds after the last letter. */
const PAUSE = 300;

/** What will be sent, counted by the same rules as the sending. */
export function SmsCounter({ draft }: { readonly draft: Draft }) {
  const [settled] = useDebouncedValue(JSON.stringify(draft), PAUSE);
  const { data, error } = useQuery({
    queryKey: ['message-preview', settled],
    queryFn: () => api.previewMessage({ body: JSON.parse(settled) as Draft }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return data && !error ? <PreviewedSms preview={data} /> : null;
}
