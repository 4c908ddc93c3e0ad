import type { InvitationDetail } from '../../../../domain/invitations/schemas.ts'
import type { MessageId } from '../../../i18n/message-id.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Card } from '../../../ui/looks/card.tsx'
import detailStyles from '../../../ui/looks/detail-page.module.css'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { RelativeTime } from '../../../ui/text/relative-time.tsx'

/** Authors of entries without a signed-in person. */
const others = new Map<string, MessageId>([
  ['reminded', 'invitations.history.by_schedule'],
  ['reseller_reminded', 'invitations.history.by_schedule'],
  ['opted_out', 'invitations.history.by_customer'],
])

/** The audit entries, newest first, with their authors where known. */
export function InvitationHistory({ history }: Pick<InvitationDetail, 'history'>) {
  const { t, tOr } = useWords()
  return (
    <Card title={t('invitations.history')}>
      <Stack as="ol" gap={3} className={detailStyles.history}>
        {history.toReversed().map(({ at, action, by, organization }) => {
          const other = others.get(action)
          const author = by ? t('invitations.history.by', { person: by, organization }) : other && t(other)
          return (
            <li key={`${at} ${action} ${by}`}>
              <span>{tOr(`invitations.history.${action}`, action)}</span>
              <Text as="span" tone="muted">{author && <span>{`${author}\u00a0· `}</span>}<RelativeTime at={at} /></Text>
            </li>
          )
        })}
      </Stack>
    </Card>
  )
}
