import type { InvitationDetail } from '../../../../domain/invitations/schemas.ts'
import { asciiAddress } from '../../../../domain/words-of-others/ascii-domain.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Card } from '../../../ui/looks/card.tsx'
import detailStyles from '../../../ui/looks/detail-page.module.css'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { RelativeTime } from '../../../ui/text/relative-time.tsx'
import { WordsOf } from '../../../ui/text/words-of.tsx'

/** The customer's questions, newest first, with addresses for the answers. */
export function InvitationQuestions({ questions }: Pick<InvitationDetail, 'questions'>) {
  const { t } = useWords()
  if (questions.length === 0) return null
  return (
    <Card title={t('tracking.questions')}>
      <Stack as="ol" gap={3} className={detailStyles.history}>
        {questions.toReversed().map(({ at, by, email, organization, text }) => (
          <li key={`${at} ${by}`}>
            <WordsOf caption={t('ui.writes', { name: organization })} text={text} />
            <Text as="span" tone="muted">
              <a href={`mailto:${encodeURIComponent(asciiAddress(email)).replaceAll('%40', '@')}`}>
                {t('tracking.questions.by', { person: by, email, organization })}
              </a>
              <span>{'\u00a0· '}</span>
              <RelativeTime at={at} />
            </Text>
          </li>
        ))}
      </Stack>
    </Card>
  )
}
