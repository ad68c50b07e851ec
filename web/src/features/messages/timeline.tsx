import { Stack, Text, Title } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { sayOwnReason } from '../../../../contract/catalogues/message-reasons.ts';
import { currentLanguage } from '../../texts/i18n.ts';
import { useMoments } from '../../ui/use-moments.ts';
import type { Message } from './queries.ts';
import { stateName } from './state-name.ts';

type Entry = Message['timeline'][number];

/** What happened to a message, when, by whom and why. */
export function Timeline({ message: { timeline } }: { readonly message: Message }) {
  const { t } = useTranslation();
  const { toTheSecond } = useMoments();
  return (
    <Stack gap="sm" component="section" aria-labelledby="timeline">
      <Title order={2} size="h3" id="timeline">
        {t('messages.timeline')}
      </Title>
      <ol className="timeline">
        {timeline.map((entry) => (
          <li key={`${entry.event} ${entry.at}`}>
            <EventName entry={entry} />
            <Text size="sm" c="dimmed">
              <time dateTime={entry.at}>{toTheSecond(entry.at)}</time>
              {entry.by && ` · ${byWhom(t, entry.by)}`}
            </Text>
            {entry.detail !== undefined && <Text size="sm">{sayOwnReason(currentLanguage(), entry.detail)}</Text>}
          </li>
        ))}
      </ol>
    </Stack>
  );
}

/** What is no state, or says more as what was done. */
const DONE = ['accepted', 'handed-over', 'calling', 'received', 'cancel-requested', 'held'] as const;
type Done = (typeof DONE)[number];
const isDone = (event: Entry['event']): event is Done => DONE.some((one) => one === event);

function EventName({ entry: { event } }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  return <Text fw={600}>{isDone(event) ? t(`messages.events.${event}`) : stateName(event)}</Text>;
}

const byWhom = (t: TFunction, { name }: NonNullable<Entry['by']>) =>
  name === undefined ? t('messages.byGone') : t('messages.byWhom', { name });
