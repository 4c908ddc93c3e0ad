import type { ReactNode } from 'react'
import { useWords } from '../../../i18n/use-words.ts'
import { EmptyState } from '../../../ui/waiting/states.tsx'

type Props = { who: 'owner' | 'owner_cannot' | 'reseller' | 'customer'; action?: ReactNode }

/** Explains an empty list by the kind of organisation. */
export function CustomersEmpty({ who, action }: Props) {
  const { t } = useWords()
  return (
    <EmptyState title={t(who === 'customer' ? 'customers.empty.customer_title' : 'customers.empty.title')} action={action}>
      {t(`customers.empty.${who}`)}
    </EmptyState>
  )
}
