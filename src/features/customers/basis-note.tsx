import type { Customer } from '../../../domain/customers/schemas.ts'
import { opensTenant } from '../../../domain/relationships/basis.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './basis-note.module.css'

/** That nothing beside the partner's own word makes it a customer, where that is so; a dispute goes before. */
export function BasisNote({ basis, disputedAt }: Pick<Customer, 'basis' | 'disputedAt'>) {
  const { t } = useWords()
  if (opensTenant(basis)) return null
  const word = t(disputedAt ? 'customers.basis.disputed' : 'customers.basis.said_by_partner')
  return (
    <span className={styles.note} data-disputed={disputedAt !== null || undefined} title={word}>
      {disputedAt && <Icon name="caution" size={12} />}
      <span className={styles.word}>{word}</span>
    </span>
  )
}
