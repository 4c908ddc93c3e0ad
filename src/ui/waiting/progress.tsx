import { Box, Stack } from '../looks/layout.tsx'

/** Shows progress in a bar and words; without `done` only that work runs. */
export function Progress({ label, text, done, total }: { label: string; text: string; done?: number; total?: number }) {
  return (
    <Stack gap={2} after={2} numbers>
      <Box as="progress" wide aria-label={label} {...(done !== undefined && { value: done, max: total })} />
      <p>{text}</p>
    </Stack>
  )
}
