import type { ReactNode } from 'react'
import type { Customer } from '../../../domain/customers/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './closed-customer.module.css'

/** In the place of what is the customer's, while nothing beside the partner's own word says that it is one: why, and what would open it. */
export function ClosedCustomer({ customer: { disputedAt }, action }: { customer: Customer; action: ReactNode }) {
  const { t, formatDate } = useWords()
  return (
    <Card title={t('customers.closed.title')}>
      <div className={styles.closed}>
        {disputedAt && (
          <p className={styles.disputed}>
            <Icon name="caution" />{t('customers.closed.disputed', { date: formatDate(disputedAt) })}
          </p>
        )}
        <p>{t('customers.closed.text')}</p>
        <p className={styles.muted}>{t('customers.closed.own')}</p>
        {action}
      </div>
    </Card>
  )
}
