import { Link } from 'react-router'
import { wasApproved } from '../../../../domain/gdap/granted-facts.ts'
import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Card } from '../../../ui/looks/card.tsx'
import detailStyles from '../../../ui/looks/detail-page.module.css'
import { Stack, Text } from '../../../ui/looks/layout.tsx'

type Props = { relationships: readonly GdapRelationshipOnWire[]; addressOf: (id: string) => string }

/** Every approval of admin rights, newest first, with its receipt; also ended ones. */
export function ApprovedList({ relationships, addressOf }: Props) {
  const { t, formatDate } = useWords()
  const approved = relationships.filter(wasApproved)
    .map((each) => ({ ...each, at: each.activatedDateTime ?? each.since }))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
  if (approved.length === 0) return null
  return (
    <Card title={t('approval.receipts.title')}>
      <Stack as="ul" gap={3} className={detailStyles.history}>
        {approved.map(({ id, partner, displayName, at }) => (
          <li key={id}>
            <Link to={addressOf(id)}>{t('approval.receipts.of', { partner: partner.displayName, name: displayName })}</Link>
            <Text as="span" tone="muted"><time dateTime={at}>{formatDate(at)}</time></Text>
          </li>
        ))}
      </Stack>
    </Card>
  )
}
