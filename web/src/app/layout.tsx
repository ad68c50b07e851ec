import { Container, Group, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agency } from '../api/agency.ts';
import { sessionQuery } from '../api/session.ts';
import { LANGUAGES, type Language } from '../texts/catalogue.ts';
import { pickLanguage } from '../texts/i18n.ts';
import icon from './icon.svg';

/** Who logs in to the portal does not load it. */
const StaffMenu = lazy(async () => ({ default: (await import('../features/home/staff-menu.tsx')).StaffMenu }));

/** What every page has: the agency's name on top, language and help below, both always at the same place. */
export function Layout() {
  const { t, i18n } = useTranslation();
  // Pages ask whether somebody is logged in; the frame only shows what they know.
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const agency = useRouterState({ select: ({ matches }) => agencyOf(matches.at(-1)?.loaderData) });
  const isInside = useRouterState({ select: ({ matches }) => matches.some(({ routeId }) => routeId === '/inside') });
  const isStaff = isInside && session?.employee !== undefined;
  const size = isStaff ? 'lg' : 'xs';
  return (
    <>
      <a className="skip" href="#content">
        {t('common.skip')}
      </a>
      <header className="header">
        <Container size={size} px="md">
          <div className="brand">
            <img src={icon} width={28} height={28} alt="" />
            <span>{session?.tenant.name ?? agency ?? t('common.portal')}</span>
          </div>
        </Container>
      </header>
      {isStaff && (
        <Suspense>
          <StaffMenu />
        </Suspense>
      )}
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="footer">
        <Container size={size} px="md">
          <Group justify="space-between" gap="sm">
            <Text size="sm">{t('common.help')}</Text>
            <NativeSelect
              aria-label={t('common.language')}
              size="md"
              value={i18n.language}
              onChange={(event) => pickLanguage(event.currentTarget.value as Language)}
            >
              {Object.entries(LANGUAGES).map(([code, name]) => (
                <option key={code} value={code} lang={code}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          </Group>
        </Container>
      </footer>
    </>
  );
}

/** The name of the agency that a page without a login was opened for. */
const agencyOf = (loaded: { readonly agency?: Agency | undefined } | undefined) => loaded?.agency?.name;
