import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { PagePath } from '../../../contract/site.ts';
import { findAgency } from '../api/agency.ts';
import { sessionQuery } from '../api/session.ts';
import { keptAgency } from '../features/login/kept-agency.ts';
import { Failure } from '../ui/failure.tsx';
import { Loading } from '../ui/loading.tsx';
import { insideRoutes } from './inside-routes.ts';
import { type Context, root } from './root-route.ts';

/** A page of the contract's list: CloudFront and the local gateway know no other. */
const page = <const P extends PagePath>(path: P) => ({ getParentRoute: () => root, path });

/** Of whom the page is: by its link, or else by the last login here. */
const agencyOfLink = {
  loaderDeps: ({ search }: { search: AgencySearch }) => ({ slug: search.agency ?? keptAgency() }),
  loader: async ({ context, deps }: { context: Context; deps: { readonly slug: string | null } }) => ({
    agency: await findAgency(context.queryClient, deps.slug),
  }),
};

const login = createRoute({
  ...page('/login'),
  validateSearch: ({ agency, why }: Record<string, unknown>): LoginSearch => ({
    ...(typeof agency === 'string' && { agency }),
    ...((why === 'over' || why === 'out') && { why }),
  }),
  ...agencyOfLink,
  component: lazyRouteComponent(() => import('../features/login/login-page.tsx'), 'LoginPage'),
});
interface AgencySearch {
  /** short name of the agency, as mails link to it */
  readonly agency?: string;
}
interface LoginSearch extends AgencySearch {
  /** `over`: the session ended by itself; `out`: its owner ended it */
  readonly why?: 'over' | 'out';
}

const firstLogin = createRoute({
  ...page('/first-login'),
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/login' });
    if (!session.mustChangeLoginData) throw redirect({ to: '/' });
    return { session };
  },
  component: lazyRouteComponent(() => import('../features/first-login/first-login-page.tsx'), 'FirstLoginPage'),
});

const secondFactor = createRoute({
  ...page('/second-factor'),
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/login' });
    if (!session.pending) throw redirect({ to: '/' });
    return { session };
  },
  component: lazyRouteComponent(() => import('../features/second-factor/second-factor-page.tsx'), 'SecondFactorPage'),
});

const recover = createRoute({
  ...page('/recover'),
  validateSearch: ({ agency }: Record<string, unknown>): AgencySearch => (typeof agency === 'string' ? { agency } : {}),
  ...agencyOfLink,
  component: lazyRouteComponent(() => import('../features/recovery/recovery-page.tsx'), 'RecoveryPage'),
});

const invitation = createRoute({
  ...page('/invitation'),
  component: lazyRouteComponent(() => import('../features/invitation/invitation-page.tsx'), 'InvitationPage'),
});

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([insideRoutes, login, firstLogin, secondFactor, recover, invitation]),
    context: { queryClient },
    defaultErrorComponent: Failure,
    defaultPendingComponent: Loading,
    defaultNotFoundComponent: () => null,
  });
}
export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
