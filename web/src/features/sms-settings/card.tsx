import { Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface CardProps {
  readonly name: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** One group of the page. */
export function Card({ name, title, children }: CardProps) {
  return (
    <Paper withBorder p="md" className="setting" component="section" aria-labelledby={name}>
      <Stack gap="md">
        <Title order={2} size="h3" id={name}>
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}
