import { createContext, type ReactNode, useContext } from 'react'
import type { Refusal } from '../../domain/verdict.ts'
import { useWords } from '../i18n/use-words.ts'
import { Icon } from './icon.tsx'
import styles from './reason.module.css'

type Props = { id?: string; refusal: Pick<Refusal, 'code' | 'params' | 'whoMay'> & { rule?: string } }

/** How a reason names its rule: by its id; inside the shell, where the rules screen is, by a link to it. */
export const NameRule = createContext<(rule: string) => ReactNode>((rule) => <PlainRule rule={rule} />)

/** Why something cannot be done, who can, and the rule that says so: always visible text. */
export function Reason({ id, refusal }: Props) {
  const { t, refusalText, formatList } = useWords()
  const nameRule = useContext(NameRule)
  const { rule, whoMay } = refusal
  return (
    <span id={id} className={styles.reason}>
      <Icon name="refused" className={styles.mark} />
      <span>
        {refusalText(refusal)}
        {whoMay && whoMay.length > 0 && ` ${t('ui.reason.who_may', { kinds: formatList(whoMay.map((kind) => t(`ui.kind.${kind}`))) })}`}
        {rule && <> {nameRule(rule)}</>}
      </span>
    </span>
  )
}

function PlainRule({ rule }: { rule: string }) {
  const { t } = useWords()
  return <span className={styles.rule}>{t('ui.reason.rule', { rule })}</span>
}
