import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../texts/catalogue.ts';
import { TextLink } from '../../ui/links.tsx';
import { useDesk } from '../../ui/use-desk.ts';
import type { Template } from './queries.ts';

interface TemplateTableProps {
  readonly items: readonly Template[];
  /** of the list, to go back to it */
  readonly search: string | undefined;
}

/** Templates as a table on a desk, and as cards on a phone. */
export function TemplateTable({ items, search }: TemplateTableProps) {
  const { t } = useTranslation();
  const isDesk = useDesk();
  const link = ({ id, name }: Template) => (
    <TextLink to="/template" search={search === undefined ? { id } : { id, search }} underline="always">
      {name}
    </TextLink>
  );
  if (!isDesk)
    return (
      <ul className="cards">
        {items.map((template) => (
          <li key={template.id}>
            <div>{link(template)}</div>
            <div className="aside">
              {[
                t(`templates.kinds.${template.for}`),
                LANGUAGES[template.language],
                t(`templates.categories.${template.category}`),
              ].join(' · ')}
            </div>
            <TemplateText template={template} />
          </li>
        ))}
      </ul>
    );
  return (
    <table className="listing" aria-label={t('templates.title')}>
      <thead>
        <tr>
          <th scope="col">{t('templates.name')}</th>
          <th scope="col">{t('templates.for')}</th>
          <th scope="col">{t('templates.language')}</th>
          <th scope="col">{t('templates.category')}</th>
          <th scope="col">{t('templates.text')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((template) => (
          <tr key={template.id}>
            <th scope="row">{link(template)}</th>
            <td className="short">{t(`templates.kinds.${template.for}`)}</td>
            <td className="short" lang={template.language}>
              {LANGUAGES[template.language]}
            </td>
            <td className="short">{t(`templates.categories.${template.category}`)}</td>
            <td>
              <TemplateText template={template} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TemplateText({ template: { text, language, delivery } }: { readonly template: Template }) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm" className="excerpt" lang={language}>
        {text}
      </Text>
      {delivery === 'at-least-once' && <span className="aside">{t('templates.mayComeTwice')}</span>}
    </>
  );
}
