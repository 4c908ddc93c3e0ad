import type { Elements } from '../elements.ts'
import { Stack, Text } from '../looks/layout.tsx'

type Props = { hint: string | false; gap?: 1 | 2; children: Elements }

/** An action with a line beneath it that says what it does. */
export const Hinted = ({ hint, gap = 1, children }: Props) => (
  <Stack gap={gap} align="start">
    {children}
    {hint && <Text tone="muted" text="caption">{hint}</Text>}
  </Stack>
)
