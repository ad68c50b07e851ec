import './staff-menu.css';
import { Container } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { servicesQuery } from '../../api/services.ts';
import { useMay } from '../../api/use-may.ts';
import { TextLink } from '../../ui/links.tsx';
import { LogOut } from './log-out.tsx';

/** The pages of the agency's staff, each for who may open it; the list of SMS where the agency has it in the menu (E3-10). */
export function StaffMenu() {
  const { t } = useTranslation();
  const mayRead = useMay('messages:read');
  const mayKeepPrefixes = useMay('mobile-prefixes:manage');
  const maySetUp = useMay('settings:manage');
  const maySeeCredits = useMay('credits:read');
  const { data } = useQuery({ ...servicesQuery(), enabled: mayRead });
  const isListOffered = mayRead && data?.items.some(({ listInMenu }) => listInMenu) === true;
  return (
    <nav className="staff-menu" aria-label={t('home.menu')}>
      <Container size="lg" px="md">
        <ul>
          <li>
            <TextLink to="/" activeOptions={{ exact: true }}>
              {t('home.start')}
            </TextLink>
          </li>
          {isListOffered && (
            <li>
              <TextLink to="/messages" activeOptions={{ includeSearch: false }}>
                {t('messages.title')}
              </TextLink>
            </li>
          )}
          {mayRead && (
            <li>
              <TextLink to="/threads" activeOptions={{ includeSearch: false }}>
                {t('threads.title')}
              </TextLink>
            </li>
          )}
          {useMay('templates:manage') && (
            <li>
              <TextLink to="/templates" activeOptions={{ includeSearch: false }}>
                {t('templates.title')}
              </TextLink>
            </li>
          )}
          {mayRead && (
            <li>
              <TextLink to="/batches">{t('batches.title')}</TextLink>
            </li>
          )}
          {maySeeCredits && (
            <li>
              <TextLink to="/credits" activeOptions={{ includeSearch: false }}>
                {t('credits.title')}
              </TextLink>
            </li>
          )}
          {maySetUp && (
            <li>
              <TextLink to="/sms-settings">{t('smsSettings.title')}</TextLink>
            </li>
          )}
          {maySetUp && (
            <li>
              <TextLink to="/webhooks">{t('webhooks.title')}</TextLink>
            </li>
          )}
          {mayKeepPrefixes && (
            <li>
              <TextLink to="/mobile-prefixes">{t('mobilePrefixes.title')}</TextLink>
            </li>
          )}
          <li className="last">
            <LogOut size="sm" />
          </li>
        </ul>
      </Container>
    </nav>
  );
}
