import { useMediaQuery } from '@mantine/hooks';

/** From here on the columns of a list have room; below it is cards. */
const DESK = '(min-width: 60em)';

export function useDesk(): boolean {
  return useMediaQuery(DESK, true, { getInitialValueInEffect: false });
}
