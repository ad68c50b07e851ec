import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { PagePath } from '../../../contract/site.ts';
import { sessionQuery } from '../api/session.ts';
import { filterWords, wordsIn, wordsOf } from '../features/messages/filter-names.ts';
import { goInside } from '../texts/i18n.ts';
import { root } from './root-route.ts';

/** What only opens to somebody who is logged in, with everything that the login asks for. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/login' });
    if (session.mustChangeLoginData) throw redirect({ to: '/first-login' });
    if (session.pending) throw redirect({ to: '/second-factor' });
    return { session };
  },
  loader: async () => {
    await goInside();
    return {};
  },
});

const page = <const P extends PagePath>(path: P) => ({ getParentRoute: () => inside, path });

const home = createRoute({
  ...page('/'),
  component: lazyRouteComponent(() => import('../features/home/home-page.tsx'), 'HomePage'),
});

const sendSms = createRoute({
  ...page('/send-sms'),
  component: lazyRouteComponent(() => import('../features/sms/send-sms-page.tsx'), 'SendSmsPage'),
});

const messages = createRoute({
  ...page('/messages'),
  validateSearch: filterWords,
  component: lazyRouteComponent(() => import('../features/messages/messages-page.tsx'), 'MessagesPage'),
});

const message = createRoute({
  ...page('/message'),
  // with the filter of the list that it was opened from, to go back to it
  validateSearch: (search: Record<string, unknown>) => ({ ...filterWords(search), id: wordsOf(search['id']) }),
  component: lazyRouteComponent(() => import('../features/messages/message-page.tsx'), 'MessagePage'),
});

const templates = createRoute({
  ...page('/templates'),
  validateSearch: (search: Record<string, unknown>) => wordsIn(search, ['search']),
  component: lazyRouteComponent(() => import('../features/templates/templates-page.tsx'), 'TemplatesPage'),
});

const template = createRoute({
  ...page('/template'),
  // with what the list that it was opened from looks for, to go back to it
  validateSearch: (search: Record<string, unknown>) => wordsIn(search, ['id', 'search']),
  component: lazyRouteComponent(() => import('../features/templates/template-page.tsx'), 'TemplatePage'),
});

const threads = createRoute({
  ...page('/threads'),
  component: lazyRouteComponent(() => import('../features/threads/threads-page.tsx'), 'ThreadsPage'),
});

const thread = createRoute({
  ...page('/thread'),
  validateSearch: (search: Record<string, unknown>) => wordsIn(search, ['id']),
  component: lazyRouteComponent(() => import('../features/threads/thread-page.tsx'), 'ThreadPage'),
});

const optOuts = createRoute({
  ...page('/opt-outs'),
  component: lazyRouteComponent(() => import('../features/opt-outs/opt-outs-page.tsx'), 'OptOutsPage'),
});

const batches = createRoute({
  ...page('/batches'),
  component: lazyRouteComponent(() => import('../features/batches/batches-page.tsx'), 'BatchesPage'),
});

const newBatch = createRoute({
  ...page('/new-batch'),
  validateSearch: (search: Record<string, unknown>) => wordsIn(search, ['selection']),
  component: lazyRouteComponent(() => import('../features/batches/new-batch-page.tsx'), 'NewBatchPage'),
});

const batch = createRoute({
  ...page('/batch'),
  validateSearch: (search: Record<string, unknown>) => ({ id: wordsOf(search['id']) }),
  component: lazyRouteComponent(() => import('../features/batches/batch-page.tsx'), 'BatchPage'),
});

const selections = createRoute({
  ...page('/selections'),
  component: lazyRouteComponent(() => import('../features/selections/selections-page.tsx'), 'SelectionsPage'),
});

const selection = createRoute({
  ...page('/selection'),
  validateSearch: (search: Record<string, unknown>) => ({ id: wordsOf(search['id']) }),
  component: lazyRouteComponent(() => import('../features/selections/selection-page.tsx'), 'SelectionPage'),
});

const credits = createRoute({
  ...page('/credits'),
  validateSearch: (search: Record<string, unknown>) => wordsIn(search, ['month']),
  component: lazyRouteComponent(() => import('../features/credits/credits-page.tsx'), 'CreditsPage'),
});

const smsSettings = createRoute({
  ...page('/sms-settings'),
  component: lazyRouteComponent(() => import('../features/sms-settings/sms-settings-page.tsx'), 'SmsSettingsPage'),
});

const mobilePrefixes = createRoute({
  ...page('/mobile-prefixes'),
  component: lazyRouteComponent(
    () => import('../features/mobile-prefixes/mobile-prefixes-page.tsx'),
    'MobilePrefixesPage',
  ),
});

const webhooks = createRoute({
  ...page('/webhooks'),
  component: lazyRouteComponent(() => import('../features/webhooks/webhooks-page.tsx'), 'WebhooksPage'),
});

export const insideRoutes = inside.addChildren([
  home,
  sendSms,
  messages,
  message,
  templates,
  template,
  threads,
  thread,
  optOuts,
  batches,
  newBatch,
  batch,
  selections,
  selection,
  credits,
  smsSettings,
  mobilePrefixes,
  webhooks,
]);
