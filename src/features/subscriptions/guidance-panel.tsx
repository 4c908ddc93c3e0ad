import { useQueries } from '@tanstack/react-query'
import { guidanceQuestions } from '../../../domain/subscriptions/channels.ts'
import type { Guidance } from '../../../domain/subscriptions/schemas.ts'
import { useWords, type Values } from '../../i18n/use-words.ts'
import { Badge } from '../../ui/badge.tsx'
import type { Tone } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { RuleLink } from '../../ui/rule-link.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { subscriptionQueries } from './subscription-queries.ts'
import styles from './subscriptions.module.css'

const tones: Record<Guidance['applies'], Tone> = {
  yes: 'success', no: 'neutral', not_documented: 'waiting', unsupported_in_cloud: 'caution',
}

/** The three questions about one subscription, each with a short answer, what to do, why, and the page that says so. */
export function GuidancePanel({ tenantId, subscriptionId }: { tenantId: string; subscriptionId: string }) {
  const { t, locale } = useWords()
  const answers = useQueries({
    queries: guidanceQuestions.map((question) => subscriptionQueries.guidance(tenantId, subscriptionId, question, locale)),
  })
  const failed = answers.find(({ error }) => error !== null)
  // Contradictory facts are refused whatever is asked: said once.
  if (failed) return <ErrorState compact error={failed.error} onRetry={() => void failed.refetch()} retrying={failed.isFetching} />
  return (
    <div className={styles.questions}>
      {guidanceQuestions.map((question, position) => {
        const guidance = answers[position]?.data
        return (
          <section key={question} className={styles.question}>
            <h3>{t(`subscriptions.question.${question}`)}</h3>
            {guidance ? <Answer guidance={guidance} /> : <SkeletonLines lines={2} />}
          </section>
        )
      })}
      <p className={styles.muted}>{t('subscriptions.never_automatic')}</p>
    </div>
  )
}

function Answer({ guidance: { applies, steps, warnings, rule } }: { guidance: Guidance }) {
  const { t, tOr } = useWords()
  const read = useReadable()
  // To one's own subscription the three questions do not arise.
  const shown = warnings.some(({ code }) => code === 'already_yours') ? 'not_needed' : applies
  return (
    <>
      <Badge tone={tones[applies]}>{t(`subscriptions.applies.${shown}`)}</Badge>
      {steps.length > 0 && (
        <ol className={styles.steps}>
          {steps.map(({ code, params }) => <li key={code}>{tOr(`subscriptions.step.${code}`, code, read(params))}</li>)}
        </ol>
      )}
      {warnings.map(({ code, params }) => (
        <p key={code} className={styles.warning}><Icon name="caution" />{tOr(`subscriptions.warning.${code}`, code, read(params))}</p>
      ))}
      <p className={styles.muted}><RuleLink rule={rule} /></p>
    </>
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
