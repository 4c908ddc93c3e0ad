import { useQueryClient } from '@tanstack/react-query'
import { lazy, useEffect, useRef, useState } from 'react'
import { canChase, type Chase, chases, mostChased, outlookOf } from '../../../../domain/invitations/chasing.ts'
import type { Invitation } from '../../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { personOf } from '../../../api/tabs/kept-work.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import type { Elements } from '../../../ui/elements.ts'
import type { IconName } from '../../../ui/marks/icon.tsx'
import { LatePart } from '../../../ui/waiting/late-part.tsx'
import { changedRows, doneCount, openRows, type RowOutcome } from '../../../ui/job/row-job.ts'
import { Row, Text } from '../../../ui/looks/layout.tsx'
import { useNow } from '../../../ui/text/use-now.ts'
import { forWhom } from '../new/for-whom.ts'
import styles from './chase.module.css'
import { type ChasedRow, chaseJob } from './chase-job.ts'

const ChaseDialog = lazy(() => import('./chase-dialog.tsx').then(({ ChaseDialog: dialog }) => ({ default: dialog })))
const ChaseReport = lazy(() => import('./chase-report.tsx').then(({ ChaseReport: report }) => ({ default: report })))

const icons: Record<Chase, IconName> = { remind: 'clock', send: 'send', withdraw: 'trash' }

type Props = {
  actor: Actor
  sendsMail: boolean
  /** The chosen invitations' present state. */
  chosen: readonly Invitation[]
  onDone: (ids: readonly string[]) => void
  onClear: () => void
  /** The bar vanishes with the focus. */
  onFocusLost: () => void
  linkTo: (id: string) => string
  /** Controls to choose more. */
  more: Elements
}

/** The chosen invitations' count and actions. */
export function ChaseBar({ actor, sendsMail, chosen, onDone, onClear, onFocusLost, linkTo, more }: Props) {
  const { t, refusalText } = useWords()
  const queries = useQueryClient()
  const job = chaseJob.useJob(personOf(actor))
  const [asked, setAsked] = useState<Chase>()
  const [isReading, setReading] = useState(false)
  const here = { now: new Date(useNow()), sendsMail }
  const outlook = (chase: Chase) => outlookOf(chosen, (invitation) => canChase(chase, actor, invitation, here))

  // Done rows are unchosen; failed ones stay.
  useEffect(() => {
    if (job && job.step !== 'running') onDone(changedRows(job).map(({ id }) => id))
  }, [job, onDone])

  const onEnd = () => void queries.invalidateQueries({ queryKey: ['invitations'] })
  const start = (chase: Chase) => {
    const { may, not } = outlook(chase)
    const rowOf = (invitation: Invitation): ChasedRow => ({
      id: invitation.id, etag: invitation.etag, name: forWhom(invitation, t), reseller: invitation.reseller?.displayName, chase,
    })
    const left = not.flatMap(({ rows }) => rows)
    const outcomes = new Map(left.map((invitation): [string, RowOutcome] => {
      const verdict = canChase(chase, actor, invitation, here)
      const problem = verdict.allowed ? null : { code: verdict.code, rule: verdict.rule, detail: refusalText(verdict) }
      return [invitation.id, { outcome: 'refused', problem }]
    }))
    setAsked(undefined)
    setReading(true)
    void chaseJob.start([...may, ...left].map(rowOf), onEnd, outcomes)
  }
  const close = () => {
    setReading(false)
    if (job?.step !== 'running') chaseJob.close()
  }
  const isThere = chosen.length > 0 || job !== undefined
  const wasThere = useRef(isThere)
  useEffect(() => {
    if (wasThere.current && !isThere && document.activeElement === document.body) onFocusLost()
    wasThere.current = isThere
  }, [isThere, onFocusLost])
  if (!isThere) return null
  return (
    <Row as="section" aria-label={t('chase.bar')} gap="1 2" align="center" pad="1 3" after={2} className={styles.bar}>
      <Text role="status" text="strong" numbers className={styles.count}>
        {t(chosen.length < mostChased ? 'chase.chosen' : 'chase.chosen.most', { count: chosen.length })}
      </Text>
      {chosen.length > 0 && chases.map((chase) => (
        <Button key={chase} icon={icons[chase]} pending={job?.step === 'running'} onPress={() => setAsked(chase)}>
          {t(`chase.${chase}`, { count: outlook(chase).may.length })}
        </Button>
      ))}
      {job && (
        <Button variant="subtle" icon="document" onPress={() => setReading(true)}>
          {job.step === 'running' ? t('row-job.progress', { done: doneCount(job), total: job.rows.length }) : t('chase.show')}
        </Button>
      )}
      {chosen.length > 0 && more}
      {chosen.length > 0 && <Button variant="subtle" icon="close" onPress={onClear}>{t('chase.clear')}</Button>}
      {asked && (
        <LatePart onClose={() => setAsked(undefined)}>
          <ChaseDialog chase={asked} outlook={outlook(asked)} count={chosen.length} sendsMail={sendsMail}
            onClose={() => setAsked(undefined)} onConfirm={() => start(asked)} />
        </LatePart>
      )}
      {isReading && job && (
        <LatePart onClose={close}>
          <ChaseReport job={job} linkTo={linkTo} again={openRows(job).length} onClose={close}
            onRetry={() => void chaseJob.retry(onEnd, openRows)} />
        </LatePart>
      )}
    </Row>
  )
}
