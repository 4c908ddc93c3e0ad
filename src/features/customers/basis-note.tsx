import type { Customer } from '../../../domain/customers/schemas.ts'
import { claimsTenant, opensTenant } from '../../../domain/relationships/basis.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './basis-note.module.css'

type NoteFacts = Pick<Customer, 'basis' | 'disputedAt' | 'relationshipToPartner'>

/** That the partner's own word alone makes it what the row says, where that is so; a dispute goes before. */
export function BasisNote({ basis, disputedAt, relationshipToPartner: relation }: NoteFacts) {
  const { t } = useWords()
  if (opensTenant(basis) && !claimsTenant({ basis, relation })) return null
  const word = t(disputedAt ? 'customers.basis.disputed' : 'customers.basis.said_by_partner')
  return (
    <span className={styles.note} data-disputed={disputedAt !== null || undefined} title={word}>
      {disputedAt && <Icon name="caution" size={12} />}
      <span>{word}</span>
    </span>
  )
}
