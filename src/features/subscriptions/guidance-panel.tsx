import { useQuery } from '@tanstack/react-query'
import type { GuidanceAnswer } from '../../../domain/subscriptions/schemas.ts'
import { type Values, useWords } from '../../i18n/use-words.ts'
import { Badge, type Tone } from '../../ui/marks/badge.tsx'
import { Row, Stack } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { RuleLink } from '../../ui/actions/rule-link.tsx'
import { guidanceOf } from './subscription-queries.ts'

const tones: Record<GuidanceAnswer['verdict']['answer'], Tone> = {
  yes: 'success', after: 'info', by_hand: 'caution', no: 'neutral', not_documented: 'waiting', over: 'neutral',
}

/** One verdict per question, then steps or ways out, then reasons. */
export function GuidancePanel({ tenantId, subscriptionId }: { tenantId: string; subscriptionId: string }) {
  const { locale } = useWords()
  const { data, ...query } = useQuery(guidanceOf(tenantId, subscriptionId, locale))
  if (query.error || !data) return <NotYet compact query={query} lines={4} />
  return (
    <Stack gap={4}>
      {data.answers.map((answer) => <Answer key={answer.question} answer={answer} />)}
    </Stack>
  )
}

function Answer({ answer }: { answer: GuidanceAnswer }) {
  const { t } = useWords()
  const read = useReadable()
  const { question, verdict, because } = answer
  return (
    <Stack as="section" gap={2} align="start">
      <h3>{t(`subscriptions.question.${question}`)}</h3>
      <Row as="p" gap="1 2" align="center">
        <Badge tone={tones[verdict.answer]}>{t(`subscriptions.answer.${verdict.answer}`)}</Badge>
        <span>{t(`subscriptions.verdict.${verdict.code}`, read(verdict.params))}</span>
      </Row>
      <WhatToDo answer={answer} />
      {because.length > 0 && (
        <Stack tone="muted" text="caption" gap={1}>
          <h4>{t('subscriptions.why')}</h4>
          <Stack as="ul" gap={1} list="disc">
            {because.map(({ code, params, rule }) => (
              <li key={code}><span>{t(`subscriptions.because.${code}`, read(params))}</span> <RuleLink rule={rule} /></li>
            ))}
          </Stack>
        </Stack>
      )}
    </Stack>
  )
}

/** Numbers steps, which are in order, but not ways out, any of which suffices. */
function WhatToDo({ answer }: { answer: GuidanceAnswer }) {
  const { t } = useWords()
  const read = useReadable()
  const actions = 'steps' in answer ? answer.steps : answer.waysOut
  const items = actions.map(({ code, params }) => <li key={code}>{t(`subscriptions.do.${code}`, read(params))}</li>)
  if (items.length === 0) return null
  if ('steps' in answer) return <Stack as="ol" gap={1} list="decimal">{items}</Stack>
  return (
    <Stack gap={1}>
      {items.length > 1 && <p>{t('subscriptions.ways_out')}</p>}
      <Stack as="ul" gap={1} list="disc">{items}</Stack>
    </Stack>
  )
}

const moment = /^\d{4}-\d\d-\d\dT/

/** Formats times among the parameters as dates. */
function useReadable(): (params: Values) => Values {
  const { formatDate } = useWords()
  return (params) =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === 'string' && moment.test(value) ? formatDate(value) : value]),
    )
}
