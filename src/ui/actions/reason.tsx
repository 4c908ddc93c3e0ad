import { createContext, Fragment, type ReactElement, useContext } from 'react'
import type { Problem } from '../../../domain/problem.ts'
import type { Refusal } from '../../../domain/verdict.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../marks/icon.tsx'
import { Text } from '../looks/layout.tsx'
import styles from './reason.module.css'

type Props = {
  id?: string
  /** By a rule here, or by the server, which says it in a sentence of its own. */
  refusal: Pick<Refusal, 'code' | 'params' | 'whoMay'> & { rule?: string } | Problem
  /** The rules behind it, where it stands for more than one refusal. */
  rules?: readonly string[]
}

/** How a reason names its rule: by its id; inside the shell, where the rules screen is, by a link to it. */
export const NameRule = createContext<(rule: string) => ReactElement>((rule) => <PlainRule rule={rule} />)

/** Why something cannot be done, who can, and the rule that says so: always visible text. */
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

/** What the server refused, as it says it. */
export const Refused = ({ problem }: { problem: Problem }) => (problem.rule ? <Reason refusal={problem} /> : <p>{problem.detail}</p>)

function PlainRule({ rule }: { rule: string }) {
  const { t } = useWords()
  return <span className={styles.rule}>{t('ui.reason.rule', { rule })}</span>
}
