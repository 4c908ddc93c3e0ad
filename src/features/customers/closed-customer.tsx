import type { Customer } from '../../../domain/customers/schemas.ts'
import { canRequestGdap } from '../../../domain/gdap/relationship-rules.ts'
import { canRemoveRelationship } from '../../../domain/relationships/removal.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import type { Elements } from '../../ui/elements.ts'
import { Icon } from '../../ui/marks/icon.tsx'
import { Marked, Stack, Text } from '../../ui/looks/layout.tsx'

type Props = { actor: Actor; customer: Customer; action: Elements }

/** Replaces an unconfirmed customer's data: why they are closed, and what the reader can do about it. */
export function ClosedCustomer({ actor, customer, action }: Props) {
  const { t, formatDate } = useWords()
  const { disputedAt } = customer
  const settle = canRemoveRelationship(actor, customer, []).allowed ? 'customers.closed.settle_or_remove' : 'customers.closed.settle'
  return (
    <Card title={t('customers.closed.title')}>
      <Stack gap={3} align="start" measure={68}>
        {disputedAt && (
          <Marked as="p" box="caution-soft" pad="2 3" tone="caution" text="strong">
            <Icon name="caution" /><span>{`${t('customers.closed.disputed', { date: formatDate(disputedAt) })} ${t(settle)}`}</span>
          </Marked>
        )}
        <p>{t('customers.closed.text')}</p>
        {canRequestGdap(actor, ownPolicy()).allowed && <Text tone="muted">{t('customers.closed.own')}</Text>}
        {action}
      </Stack>
    </Card>
  )
}
