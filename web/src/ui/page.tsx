import { Container, Paper, Stack, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

/** Whether a page was shown before this one: the first keeps the focus where the browser has it. */
let shownBefore = false;

export interface PageProps {
  readonly title: string;
  /** of a list: as wide as the screen allows */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A page: its title in the tab and as heading, which takes the focus when it follows another page. */
export function Page({ title, wide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (shownBefore) heading.current?.focus();
    shownBefore = true;
  }, []);
  return (
    <Container size={wide ? 'lg' : 'xs'} px="md" my="lg">
      <title>{title}</title>
      <Paper withBorder p="lg" radius="lg">
        <Stack gap="md">
          <Title order={1} size="h2" ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {children}
        </Stack>
      </Paper>
    </Container>
  );
}
