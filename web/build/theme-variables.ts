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

function css(): string {
  const standard = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
  return convertCssVariables(
    {
      variables: standard.variables,
      light: { ...standard.light, ...colours.light, '--mantine-color-scheme': 'light' },
      dark: { ...standard.dark, ...colours.dark, '--mantine-color-scheme': 'dark' },
    },
    ':root',
  );
}
