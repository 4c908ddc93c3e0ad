import type { InvitationDetail } from '../../../../domain/invitations/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Card } from '../../../ui/looks/card.tsx'
import detailStyles from '../../../ui/looks/detail-page.module.css'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { RelativeTime } from '../../../ui/text/relative-time.tsx'
import { WordsOf } from '../../../ui/text/words-of.tsx'

/** Customers' answers to a reusable link, newest first, with reasons. */
export function InvitationAnswers({ invitation }: { invitation: InvitationDetail }) {
  const { t } = useWords()
  const { answers, acceptedCount, declinedCount } = invitation
  const count = acceptedCount + declinedCount
  if (answers.length === 0) return null
  return (
    <Card title={t('invitations.answers')}>
      {count > answers.length && <Text tone="muted">{t('invitations.answers.latest', { shown: answers.length, count })}</Text>}
      <Stack as="ol" gap={3} className={detailStyles.history}>
        {answers.map(({ at, organization, answer, reason }) => (
          <li key={`${at} ${organization}`}>
            <bdi>{organization}</bdi>
            <Text as="span" tone="muted"><span>{`${t(`invitations.state.${answer}`)}\u00a0· `}</span><RelativeTime at={at} /></Text>
            {reason !== null && <WordsOf caption={t('ui.writes', { name: organization })} text={reason} />}
          </li>
        ))}
      </Stack>
    </Card>
  )
}
