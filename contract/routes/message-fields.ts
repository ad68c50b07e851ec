import * as z from 'zod/mini';
import { MESSAGE_STATES } from '../message-states.ts';

/** What several routes say of a message. */
export const messageState = z.enum(MESSAGE_STATES).register(z.globalRegistry, {
  description:
    'scheduled: not due yet. accepted: waiting in its lane. handed-over: with the box in the office. calling: a web provider is being asked to send it. submitted: ' +
    'the modem has given it to the network, or the provider has taken it. delivered: on the phone. undelivered: the network gave up. unconfirmed: it may have been sent, nobody ' +
    'knows; it is never sent again by itself, unless its template sends at least once. failed, expired, cancelled: certainly not sent, the credits came back.',
});

export const messageText = z
  .string('Give the text of the message')
  .check(
    z.minLength(1, 'The text is empty'),
    z.maxLength(4096),
    z.refine((text) => text.trim() !== '', 'The text is empty'),
    z.refine((text) => text.isWellFormed(), 'The text holds half a character (a lone surrogate)'),
  )
  .register(z.globalRegistry, {
    description: 'Up to 10 parts; what each part holds depends on the letters',
    examples: ['Goedemorgen'],
  });

/** Also told of a body that is wrong in other fields. */
export const textOrTemplate = z.refine(
  (body: unknown) => {
    const { text, templateId } = (body ?? {}) as { readonly text?: unknown; readonly templateId?: unknown };
    return (text === undefined) !== (templateId === undefined);
  },
  { path: ['text'], message: 'Give the text of the message, or a template', when: () => true },
);
