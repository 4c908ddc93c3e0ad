import { useQuery } from '@tanstack/react-query'
import type { GuidanceAnswer } from '../../../domain/subscriptions/schemas.ts'
import { type Values, useWords } from '../../i18n/use-words.ts'
import { Badge } from '../../ui/badge.tsx'
import type { Tone } from '../../ui/badge.tsx'
import { NotYet } from '../../ui/not-yet.tsx'
import { RuleLink } from '../../ui/rule-link.tsx'
import { guidanceOf } from './subscription-queries.ts'
import styles from './subscriptions.module.css'

const tones: Record<GuidanceAnswer['verdict']['answer'], Tone> = {
  yes: 'success', after: 'info', by_hand: 'caution', no: 'neutral', not_documented: 'waiting', over: 'neutral',
}

/** What the partner may do with one subscription: for each question that arises one verdict, then steps or ways out, then why. */
export function GuidancePanel({ tenantId, subscriptionId }: { tenantId: string; subscriptionId: string }) {
  const { locale } = useWords()
  const { data, ...query } = useQuery(guidanceOf(tenantId, subscriptionId, locale))
  if (query.error || !data) return <NotYet compact query={query} lines={4} />
  return (
    <div className={styles.questions}>
      {data.answers.map((answer) => <Answer key={answer.question} answer={answer} />)}
    </div>
  )
}

function Answer({ answer }: { answer: GuidanceAnswer }) {
  const { t } = useWords()
  const read = useReadable()
  const { question, verdict, because } = answer
  return (
    <section className={styles.question}>
      <h3>{t(`subscriptions.question.${question}`)}</h3>
      <p className={styles.verdict}>
        <Badge tone={tones[verdict.answer]}>{t(`subscriptions.answer.${verdict.answer}`)}</Badge>
        <span>{t(`subscriptions.verdict.${verdict.code}`, read(verdict.params))}</span>
      </p>
      <WhatToDo answer={answer} />
      {because.length > 0 && (
        <div className={styles.why}>
          <h4>{t('subscriptions.why')}</h4>
          <ul>
            {because.map(({ code, params, rule }) => (
              <li key={code}><span>{t(`subscriptions.because.${code}`, read(params))}</span> <RuleLink rule={rule} /></li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

/** Steps are numbered, since they follow each other; ways out are not, since one will do. */
function WhatToDo({ answer }: { answer: GuidanceAnswer }) {
  const { t } = useWords()
  const read = useReadable()
  const actions = 'steps' in answer ? answer.steps : answer.waysOut
  const items = actions.map(({ code, params }) => <li key={code}>{t(`subscriptions.do.${code}`, read(params))}</li>)
  if (items.length === 0) return null
  if ('steps' in answer) return <ol className={styles.steps}>{items}</ol>
  return (
    <div className={styles.ways}>
      {items.length > 1 && <p>{t('subscriptions.ways_out')}</p>}
      <ul className={styles.bullets}>{items}</ul>
    </div>
  )
}

const moment = /^\d{4}-\d\d-\d\dT/

/** Times among the parameters become dates of the reader's language. */
function useReadable(): (params: Values) => Values {
  const { formatDate } = useWords()
  return (params) =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === 'string' && moment.test(value) ? formatDate(value) : value]),
    )
}
