import { createContext, Fragment, type ReactElement, useContext } from 'react'
import type { Problem } from '../../../domain/problem.ts'
import type { Refusal } from '../../../domain/verdict.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../marks/icon.tsx'
import { Text } from '../looks/layout.tsx'
import styles from './reason.module.css'

type Props = {
  id?: string
  /** A rule's refusal, or the server's in a sentence of its own. */
  refusal: Pick<Refusal, 'code' | 'params' | 'whoMay'> & { rule?: string } | Problem
  /** The rules, where the reason stands for several refusals. */
  rules?: readonly string[]
}

/** Renders a rule's id, inside the shell as a link to the rules screen. */
export const NameRule = createContext<(rule: string) => ReactElement>((rule) => <PlainRule rule={rule} />)

/** Always visible: why something is refused, who may do it, and the rule. */
export function Reason({ id, refusal, rules = refusal.rule ? [refusal.rule] : [] }: Props) {
  const { t, refusalText, formatList } = useWords()
  const nameRule = useContext(NameRule)
  const { whoMay } = refusal
  const said = 'detail' in refusal ? refusal.detail : refusalText(refusal)
  return (
    <Text as="span" id={id} tone="muted" text="caption" className={styles.reason}>
      <Icon name="refused" size={14} className={styles.mark} />
      <span>
        <span>{said}</span>
        {whoMay && whoMay.length > 0 && (
          <span>{` ${t('ui.reason.who_may', { kinds: formatList(whoMay.map((kind) => t(`ui.kind.${kind}`))) })}`}</span>
        )}
        {rules.map((rule) => <Fragment key={rule}> {nameRule(rule)}</Fragment>)}
      </span>
    </Text>
  )
}

export const Refused = ({ problem }: { problem: Problem }) => (problem.rule ? <Reason refusal={problem} /> : <p>{problem.detail}</p>)

function PlainRule({ rule }: { rule: string }) {
  const { t } = useWords()
  return <span className={styles.rule}>{t('ui.reason.rule', { rule })}</span>
}
