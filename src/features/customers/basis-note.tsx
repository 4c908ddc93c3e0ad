import type { Customer } from '../../../domain/customers/schemas.ts'
import { basisShown, isUnconfirmed } from '../../../domain/relationships/basis.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/marks/icon.tsx'
import { Line } from '../../ui/looks/layout.tsx'
import styles from './basis-note.module.css'

type NoteFacts = Pick<Customer, 'basis' | 'disputedAt' | 'relationshipToPartner'>

/** What the row lacks of a confirmation by the customer, where it lacks one; a dispute goes before. */
export function BasisNote({ basis, disputedAt, relationshipToPartner: relation }: NoteFacts) {
  const { t } = useWords()
  if (!isUnconfirmed({ basis, relation })) return null
  const word = t(`customers.basis.${basisShown({ basis, relation, isDisputed: disputedAt !== null })}`)
  return (
    <Line as="span" gap={1} align="center" tone="muted" className={styles.note} data-disputed={disputedAt !== null || undefined}
      title={word}>
      {disputedAt && <Icon name="caution" size={12} />}
      <span>{word}</span>
    </Line>
  )
}
