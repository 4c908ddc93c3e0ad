import { Box, Stack } from '../looks/layout.tsx'

/** How far something long has come, in a bar and in words; without `done` it only says that it is under way. */
export function Progress({ label, text, done, total }: { label: string; text: string; done?: number; total?: number }) {
  return (
    <Stack gap={2} after={2} numbers>
      <Box as="progress" wide aria-label={label} {...(done !== undefined && { value: done, max: total })} />
      <p>{text}</p>
    </Stack>
  )
}
