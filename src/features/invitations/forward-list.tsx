import type { Invitation } from '../../../domain/invitations/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/card.tsx'
import detailStyles from '../../ui/detail-page.module.css'
import { Stack } from '../../ui/layout.tsx'

/** Where it was forwarded to, newest first. */
export function ForwardList({ forwards }: Pick<Invitation, 'forwards'>) {
  const { t, formatDateTime } = useWords()
  return (
    <Card title={t('invitations.forwards')}>
      {forwards.length === 0 ? <p className={detailStyles.muted}>{t('invitations.forwards.none')}</p> : (
        <Stack as="ol" gap={3}>
          {forwards.toReversed().map(({ at, by, email }) => (
            <li key={`${at} ${email}`}>{t('invitations.forwards.entry', { email, date: formatDateTime(at), person: by })}</li>
          ))}
        </Stack>
      )}
    </Card>
  )
}
