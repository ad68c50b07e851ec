import { useTranslation } from 'react-i18next';

export interface Rule {
  readonly text: string;
  readonly met: boolean;
}

/** What is asked of a field, said before it is filled in; each rule has its tick as soon as it is met. */
export function Rules({ title, rules }: { readonly title: string; readonly rules: readonly Rule[] }) {
  const { t } = useTranslation();
  return (
    <>
      {title}
      <ul className="rules">
        {rules.map(({ text, met }) => (
          <li key={text} data-met={met}>
            <span className="tick" aria-hidden="true" />
            <span>
              {text}
              <span className="hidden">: {t(met ? 'common.met' : 'common.notMet')}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The first rule that is not met, as a field's error. */
export function firstUnmet(rules: readonly Rule[], say: (rule: string) => string): string | null {
  const rule = rules.find(({ met }) => !met);
  return rule ? say(rule.text) : null;
}
