import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createQueryClient } from './query-client.ts';
import { type AppRouter, createAppRouter } from './router.tsx';
import { theme } from './theme.ts';

const queryClient = createQueryClient({
  onSessionOver: () => router.navigate({ to: '/login', search: { why: 'over' } }),
  onSecondFactorAsked: () => router.navigate({ to: '/second-factor' }),
});
const router: AppRouter = createAppRouter(queryClient);

/** No style is written into the document: the variables are a style sheet (theme-variables.ts), the policy allows no other. */
export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
