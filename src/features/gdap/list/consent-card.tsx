import { Link } from 'react-router'
import { useWords } from '../../../i18n/use-words.ts'
import { Card } from '../../../ui/looks/card.tsx'
import { Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { RelativeTime } from '../../../ui/text/relative-time.tsx'
import styles from './consent-card.module.css'
import { useFirstRelationships } from './use-first-relationships.ts'

const mostDrafts = 500
const view = { status: 'created' } as const

/** Drafts of an indirect reseller's provider that wait for its consent (BR-79). */
export function ConsentCard({ ownId, linkTo }: { ownId: string; linkTo: (id: string) => string }) {
  const { t } = useWords()
  const { rows } = useFirstRelationships(view, mostDrafts)
  const asked = rows.filter(({ isPartnerConsentPending, partner }) => isPartnerConsentPending && partner.id === ownId)
  if (asked.length === 0) return null
  return (
    <Card title={t('gdap-board.consent.title')} className={styles.card ?? ''}>
      <Text tone="muted">{t('gdap-board.consent.text')}</Text>
      <Stack as="ul" gap={1} before={2} className={styles.asked}>
        {asked.map(({ id, displayName, customer, createdDateTime }) => (
          <Row as="li" gap="0 3" align="baseline" breaks key={id}>
            <Link to={linkTo(id)}><bdi>{displayName}</bdi></Link>
            <Text as="span" tone="muted">
              {customer ? <bdi>{customer.displayName}</bdi> : <span>{t('gdap-board.row.no_tenant')}</span>}
              <span>{'\u00a0· '}</span>
              <RelativeTime at={createdDateTime} />
            </Text>
          </Row>
        ))}
      </Stack>
    </Card>
  )
}
