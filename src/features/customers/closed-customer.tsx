import type { Customer } from '../../../domain/customers/schemas.ts'
import { canRequestGdap } from '../../../domain/gdap/relationship-rules.ts'
import { canRemoveRelationship } from '../../../domain/relationships/removal.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import type { Elements } from '../../ui/elements.ts'
import { Noted } from '../../ui/looks/noted.tsx'
import { Stack, Text } from '../../ui/looks/layout.tsx'

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
          <Noted icon="caution" box="caution-soft" pad="2 3" tone="caution" text="strong">
            {`${t('customers.closed.disputed', { date: formatDate(disputedAt) })} ${t(settle)}`}
          </Noted>
        )}
        <p>{t('customers.closed.text')}</p>
        {canRequestGdap(actor, ownPolicy()).allowed && <Text tone="muted">{t('customers.closed.own')}</Text>}
        {action}
      </Stack>
    </Card>
  )
}
