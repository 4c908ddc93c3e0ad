import type { HistoryEntry, InvitationDetail } from '../../../../domain/invitations/schemas.ts'
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
  const { t } = useWords()
  return (
    <Card title={t('invitations.history')}>
      <Stack as="ol" gap={3} className={detailStyles.history}>
        {history.toReversed().map((entry) => <Entry key={`${entry.at} ${entry.action} ${entry.by}`} entry={entry} />)}
      </Stack>
    </Card>
  )
}

function Entry({ entry: { at, action, by, organization } }: { entry: HistoryEntry }) {
  const { t, tOr } = useWords()
  const other = others.get(action)
  return (
    <li>
      <span>{tOr(`invitations.history.${action}`, action)}</span>
      <Text as="span" tone="muted">
        {by ? <span>{`${t('invitations.history.by', { person: by, organization })}\u00a0· `}</span>
          : other && <span>{`${t(other)}\u00a0· `}</span>}
        <RelativeTime at={at} />
      </Text>
    </li>
  )
}
