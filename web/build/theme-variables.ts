import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import type { Plugin } from 'vite';
import { colours, theme } from '../src/app/theme.ts';

const NAME = 'virtual:theme-variables.css';
const RESOLVED = `\0${NAME}`;

/** The theme as a style sheet. Mantine would write it into the document when it runs, which the pages' policy forbids. */
export function themeVariables(): Plugin {
  return {
    name: 'heraut-theme-variables',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? css() : undefined),
  };
}

/** Colours that no component of ours has: their shades would be a seventh of the styles that a phone loads to log in. */
const UNUSED = /^--mantine-color-(?:pink|grape|violet|cyan|lime|yellow|orange|blue)-/;
const used = (variables: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => !UNUSED.test(name)));

function css(): string {
  const standard = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
  return convertCssVariables(
    {
      variables: used(standard.variables),
      light: { ...used(standard.light), ...colours.light, '--mantine-color-scheme': 'light' },
      dark: { ...used(standard.dark), ...colours.dark, '--mantine-color-scheme': 'dark' },
    },
    ':root',
  );
}
