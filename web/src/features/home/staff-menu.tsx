import './staff-menu.css';
import { Container } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../../contract/permissions.ts';
import type { PagePath } from '../../../../contract/site.ts';
import { servicesQuery } from '../../api/services.ts';
import { useMay } from '../../api/use-may.ts';
import { TextLink } from '../../ui/links.tsx';
import { LogOut } from './log-out.tsx';

const ITEMS = [
  { to: '/send-sms', title: 'sms.title', needs: 'messages:menu' },
  { to: '/messages', title: 'messages.title', needs: 'messages:read' },
  { to: '/threads', title: 'threads.title', needs: 'messages:read' },
  { to: '/templates', title: 'templates.title', needs: 'templates:manage' },
  { to: '/batches', title: 'batches.title', needs: 'messages:read' },
  { to: '/credits', title: 'credits.title', needs: 'credits:read' },
  { to: '/sms-settings', title: 'smsSettings.title', needs: 'settings:manage' },
  { to: '/webhooks', title: 'webhooks.title', needs: 'settings:manage' },
  { to: '/mobile-prefixes', title: 'mobilePrefixes.title', needs: 'mobile-prefixes:manage' },
] as const satisfies readonly { to: PagePath; title: string; needs: Permission }[];

/** The pages of the agency's staff, each for who may open it; the list of SMS where the agency has it in the menu (E3-10). */
export function StaffMenu() {
  const { t } = useTranslation();
  const { data } = useQuery({ ...servicesQuery(), enabled: useMay('messages:read') });
  const isListOffered = data?.items.some(({ listInMenu }) => listInMenu) === true;
  return (
    <nav className="staff-menu" aria-label={t('home.menu')}>
      <Container size="lg" px="md">
        <ul>
          <li>
            <TextLink to="/" activeOptions={{ exact: true }}>
              {t('home.start')}
            </TextLink>
          </li>
          {ITEMS.filter(({ to }) => to !== '/messages' || isListOffered).map(({ to, title, needs }) => (
            <Item key={to} to={to} needs={needs}>
              {t(title)}
            </Item>
          ))}
          <li className="last">
            <LogOut size="sm" />
          </li>
        </ul>
      </Container>
    </nav>
  );
}

interface ItemProps {
  readonly to: (typeof ITEMS)[number]['to'];
  readonly needs: Permission;
  readonly children: ReactNode;
}

function Item({ to, needs, children }: ItemProps) {
  return (
    useMay(needs) && (
      <li>
        <TextLink to={to} activeOptions={{ includeSearch: false }}>
          {children}
        </TextLink>
      </li>
    )
  );
}
