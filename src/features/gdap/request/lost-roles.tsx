import { useWords } from '../../../i18n/use-words.ts'
import { Stack } from '../../../ui/looks/layout.tsx'

/** Names the relationship's roles that can no longer be requested. */
export function LostRoles({ names }: { names: readonly string[] }) {
  const { t, formatList } = useWords()
  if (names.length === 0) return null
  return (
    <Stack as="p" gap={3} align="start" callout="caution" box="caution-soft" pad="3 4" role="note">
      {t('gdap-requests.roles.lost', { count: names.length, roles: formatList(names) })}
    </Stack>
  )
}
