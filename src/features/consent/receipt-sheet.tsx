import type { ComponentProps, ReactNode } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import type { Elements } from '../../ui/elements.ts'
import { Facts } from './consent-text.tsx'
import styles from './receipt.module.css'

type Props = {
  labelledBy: string
  facts: readonly (readonly [name: string, value: ReactNode])[]
  /** What is said before the facts. */
  head: Elements
  children: Elements
  print: Pick<ComponentProps<typeof Button>, 'variant' | 'size'>
  className?: string | undefined
  factsId?: string
}

/** What the customer keeps: who answered what, when, what it granted and until when, what it left alone. Made to be printed. */
export function ReceiptSheet({ labelledBy, facts, head, children, print, className = '', factsId }: Props) {
  const { t } = useWords()
  return (
    <article className={`${styles.receipt} ${className}`} aria-labelledby={labelledBy}>
      {head}
      <Facts facts={facts} className={styles.facts} {...(factsId && { id: factsId })} />
      {children}
      <div className={styles.actions}>
        <Button icon="print" {...print} onPress={() => window.print()}>{t('acceptance.receipt.print')}</Button>
      </div>
    </article>
  )
}
