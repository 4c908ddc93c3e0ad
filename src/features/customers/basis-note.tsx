import type { Customer } from '../../../domain/customers/schemas.ts'
import { basisShown, isUnconfirmed } from '../../../domain/relationships/basis.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/marks/icon.tsx'
import { Line } from '../../ui/looks/layout.tsx'
import styles from './basis-note.module.css'

type NoteFacts = Pick<Customer, 'basis' | 'disputedAt' | 'relationshipToPartner'>

/** The missing confirmation of a row, or its dispute. */
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
