import type { Invitation } from '../../../../domain/invitations/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Card } from '../../../ui/looks/card.tsx'
import { Stack, Text } from '../../../ui/looks/layout.tsx'

export function ForwardList({ forwards }: Pick<Invitation, 'forwards'>) {
  const { t, formatDateTime } = useWords()
  return (
    <Card title={t('invitations.forwards')}>
      {forwards.length === 0 ? <Text tone="muted">{t('invitations.forwards.none')}</Text> : (
        <Stack as="ol" gap={3}>
          {forwards.toReversed().map(({ at, by, email }) => (
            <li key={`${at} ${email}`}>{t('invitations.forwards.entry', { email, date: formatDateTime(at), person: by })}</li>
          ))}
        </Stack>
      )}
    </Card>
  )
}
