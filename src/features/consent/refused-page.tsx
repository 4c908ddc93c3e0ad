import { useId } from 'react'
import type { Problem } from '../../../domain/problem.ts'
import type { Refusal as RefusedByRule } from '../../../domain/verdict.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Elements } from '../../ui/elements.ts'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import { PlainPage } from './plain-page.tsx'

/** A refusal by a rule here or by the server. */
export type Refusal =
  | (Pick<RefusedByRule, 'code' | 'params'> & { rule?: string | undefined; detail?: undefined })
  | Pick<Problem, 'code' | 'rule' | 'params' | 'detail'>

type Props = {
  refusal: Refusal
  said: { title: string; cause: string; fix: string }
  before?: Elements
  /** Ways to resolve it. */
  ways?: Elements
  /** Other ways. */
  after?: Elements
  children?: Elements
}

/** A plain page for each refusal: the fact, the remedy, and the code to quote. */
export function RefusedPage({ refusal: { code, rule }, said: { title, cause, fix }, before, ways, after, children }: Props) {
  const { t } = useWords()
  const fixId = useId()
  return (
    <PlainPage mark="refused" title={title} cause={cause} about={code}>
      {before}
      {fix && (
        <Stack as="section" gap={3} align="start" card pad={5} aria-labelledby={fixId}>
          <Text as="h2" text="title" id={fixId}>{t('acceptance.refused.what_to_do')}</Text>
          <p>{fix}</p>
          {ways}
        </Stack>
      )}
      {after}
      <p>{t('acceptance.refused.nothing_granted')}</p>
      {children}
      <Text tone="muted" text="caption" breaks>
        {rule ? t('acceptance.refused.code_and_rule', { code, rule }) : t('acceptance.refused.code', { code })}
      </Text>
    </PlainPage>
  )
}

/** The request, for reading though it cannot be answered. */
export const Asked = ({ title, children }: { title: string; children: Elements }) => (
  <details>
    <Text as="summary" opens>{title}</Text>
    <Stack gap={4} before={4}>{children}</Stack>
  </details>
)
