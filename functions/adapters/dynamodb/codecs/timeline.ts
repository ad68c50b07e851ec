import * as z from 'zod/mini';
import { TIMELINE_EVENTS } from '../../../../contract/message-states.ts';
import type { Message, TimelineEntry } from '../../../domain/messaging/model.ts';
import { longMoment, shortMoment } from './short-moment.ts';

const event = z.enum(TIMELINE_EVENTS);
const LINE = /^(?<at>\S+) (?<event>\S+)(?: (?<detail>.*))?$/s;

/**
 * An entry as it is kept: when, what, and why if there is a why. Names of attributes in each, or moments as we write them, would bring the item of a text of 160 letters
 * above 1 kB, which doubles what every step of a message costs.
 */
export function timelineLine({ event, at, detail }: TimelineEntry): string {
  const line = `${shortMoment(at)} ${event}`;
  return detail === undefined ? line : `${line} ${detail}`;
}

type Beginning = Pick<Message, 'acceptedAt' | 'acceptedBy'>;

/** Of a new message: how it began stands in its item already, but for the name of the event. */
export function timelineLines({ acceptedAt, acceptedBy, timeline }: Beginning & Pick<Message, 'timeline'>): string[] {
  return timeline.map((entry, index) =>
    index === 0 && entry.at === acceptedAt && entry.detail === acceptedBy ? entry.event : timelineLine(entry),
  );
}

/** @throws Error for what is no line of a timeline */
export function timelineOf(lines: readonly string[], { acceptedAt, acceptedBy }: Beginning): TimelineEntry[] {
  return lines.map((line) => {
    if (!line.includes(' ')) return { event: event.parse(line), at: acceptedAt, detail: acceptedBy };
    const { at = '', event: said, detail } = LINE.exec(line)?.groups ?? {};
    return { event: event.parse(said), at: longMoment(at), ...(detail !== undefined && { detail }) };
  });
}
