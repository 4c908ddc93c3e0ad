import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { NetworkError } from '../../api/problem-error.ts'
import type { MessageId } from '../../i18n/message-id.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button, type ButtonProps } from '../actions/button.tsx'
import { Card } from '../looks/card.tsx'
import type { Elements } from '../elements.ts'
import { Row, Stack, Text } from '../looks/layout.tsx'
import { Progress } from '../waiting/progress.tsx'
import { ErrorState } from '../waiting/states.tsx'
import type { Job } from './job-states.ts'

type AnyJob = Job<unknown, unknown, unknown>
type BeginningOf<Id, End extends string> = Id extends `${infer Beginning}.${End}` ? Beginning : never
/** The prefix of a job's messages. */
type Words = BeginningOf<MessageId, 'checking.text'>

/** Moves the focus to each new step, whose button is gone. A long step starts at its top. */
export function JobPanel({ step, isLong = false, children }: { step: string; isLong?: boolean; children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null)
  const shown = useRef(step)
  useLayoutEffect(() => {
    if (shown.current === step) return
    shown.current = step
    panel.current?.focus({ preventScroll: true })
    if (isLong) panel.current?.scrollIntoView({ block: 'start' })
  }, [step, isLong])
  return <Stack ref={panel} tabIndex={-1} quiet>{children}</Stack>
}

type StepProps = {
  job: AnyJob
  words: Words
  /** The button that starts the run, if a row is open. */
  begin: Elements
  onContinue: () => void
  /** Whether resuming waits for data that the page has not loaded. */
  pending?: boolean
  onBack: () => void
  another: Pick<ButtonProps, 'children' | 'onPress'>
  /** Text before the complete outcomes. */
  lead?: Elements
  children: Elements
}

/** Every step of a job after its draft; the person may leave and return. */
export function JobSteps({ job, words, begin, onContinue, pending = false, onBack, another, lead, children }: StepProps) {
  const { t } = useWords()
  const { step, progress } = job
  if (step === 'draft') return null
  const title = t(`${words}.${step}`)
  const back = <Button icon="chevronLeft" onPress={onBack}>{t(`${words}.back`)}</Button>
  const anew = <Button icon="plus" {...another} />
  const head = {
    checking: () => <UnderWay title={title} text={t(`${words}.checking.text`)} progress={progress} />,
    checked: () => (
      <>
        {lead}
        <Row gap="2 3" align="center">{begin}{back}</Row>
        {!begin && <p role="status">{t(`${words}.nothing`)}</p>}
      </>
    ),
    running: () => <UnderWay title={title} text={t(`${words}.progress`, progress)} progress={progress} leave={t(`${words}.leave`)} />,
    stopped: () => (
      <>
        <Stopped job={job} words={words} />
        <Row gap="2 3" align="center">
          <Button variant="accent" icon="refresh" pending={pending} onPress={onContinue}>{t(`${words}.continue`)}</Button>
          {back}
          {anew}
        </Row>
      </>
    ),
    done: () => <>{lead}<Row gap="2 3" align="center">{anew}{back}</Row></>,
  }[step]()
  return (
    <Card title={title}>
      {head}
      {step !== 'checking' && job.rows.length > 0 && children}
    </Card>
  )
}

type UnderWayProps = { title: string; text: string; progress: AnyJob['progress']; leave?: string }

export function UnderWay({ title, text, progress, leave }: UnderWayProps) {
  return (
    <>
      <Progress label={title} text={text} {...progress} />
      {leave !== undefined && <Text measure={76} tone="muted">{leave}</Text>}
    </>
  )
}

const isAnswered = ({ error, outcomes }: AnyJob): boolean =>
  !(error instanceof NetworkError) && ![...outcomes.values()].some((each) => (each as { outcome?: string }).outcome === 'unknown')

/** Why it stopped, and that resuming does nothing twice. */
export function Stopped({ job, words }: { job: AnyJob; words: BeginningOf<MessageId, 'stopped.unknown'> }) {
  const { t } = useWords()
  if (!isAnswered(job)) return <p role="alert">{t(`${words}.stopped.unknown`)}</p>
  if (job.error === undefined) return <p role="status">{t(`${words}.stopped.interrupted`)}</p>
  return <ErrorState compact error={job.error} kept={t(`${words}.stopped.failed`)} />
}
