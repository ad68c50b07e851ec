import type { MantineThemeOverride } from '@mantine/core';

export const theme: MantineThemeOverride = {
  primaryColor: 'indigo',
  // white on it, and it on white, have a contrast of 5.6
  primaryShade: 8,
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
};

/** Where Mantine's own colours have less contrast than 4.5 with what is behind them, and our own. */
export const colours = {
  light: {
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--heraut-page': 'var(--mantine-color-gray-1)',
    '--heraut-line': 'var(--mantine-color-gray-3)',
    '--heraut-edge': 'var(--mantine-color-gray-6)',
    '--heraut-good': 'var(--mantine-color-green-9)',
  },
  dark: {
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--heraut-page': 'var(--mantine-color-dark-8)',
    '--heraut-line': 'var(--mantine-color-dark-4)',
    '--heraut-edge': 'var(--mantine-color-dark-2)',
    '--heraut-good': 'var(--mantine-color-green-4)',
  },
};
