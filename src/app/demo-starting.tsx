import { useState } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { Button, IconButton } from '../ui/actions/button.tsx'
import { Icon } from '../ui/marks/icon.tsx'
import { Box, Line, Row, Stack, Text } from '../ui/looks/layout.tsx'
import { Mark } from '../ui/marks/mosaic.tsx'
import { Progress } from '../ui/waiting/progress.tsx'
import styles from './demo-starting.module.css'

const steps = ['program', 'database', 'data', 'portal'] as const

/** The in-browser API's progress. */
export type DemoState =
  | { at: 'waiting' | (typeof steps)[number] }
  | { ready: readonly ('memory' | 'full' | 'anew')[] }
  | { failed: 'program' | 'database' | 'browser'; why?: string }

/** Replaces the app until its API responds. `onReset` where an API can be reset. */
export function DemoStarting({ state, onReset }: { state: DemoState; onReset: (() => Promise<void>) | undefined }) {
  const { t } = useWords()
  const failed = 'failed' in state
  const title = failed ? t('demo.failed.title') : t('demo.start.title')
  return (
    <main id="main" className={styles.page}>
      <title>{`${title} · Tessera`}</title>
      <Stack gap={4} align="center" aria-busy={!failed}>
        <Mark size={40} />
        <h1>{title}</h1>
      </Stack>
      <Stack role="status" gap={2} className={styles.said}>
        {failed
          ? <>
            <p>{t(`demo.failed.${state.failed}`)}</p>
            {state.why && <Text tone="muted" breaks><code translate="no">{state.why}</code></Text>}
          </>
          : <Steps at={'at' in state ? state.at : 'portal'} />}
      </Stack>
      {failed && <WaysOn onReset={state.failed === 'database' ? onReset : undefined} />}
    </main>
  )
}

function Steps({ at }: { at: 'waiting' | (typeof steps)[number] }) {
  const { t } = useWords()
  if (at === 'waiting') return <p>{t('demo.start.waiting')}</p>
  const step = steps.indexOf(at) + 1
  const text = t(`demo.start.${at}`, { step, steps: steps.length })
  return <Progress label={t('demo.start.title')} text={text} done={step - 1} total={steps.length} />
}

function WaysOn({ onReset }: { onReset: (() => Promise<void>) | undefined }) {
  const { t } = useWords()
  const [resetting, setResetting] = useState(false)
  const reset = async () => {
    setResetting(true)
    await onReset?.().catch(() => setResetting(false))
  }
  return (
    <Row gap={2} justify="center">
      <Button variant="accent" icon="refresh" onPress={() => location.reload()}>{t('ui.error.retry')}</Button>
      {onReset && <Button pending={resetting} onPress={() => void reset()}>{t('app.demo.reset')}</Button>}
    </Row>
  )
}

/** Notices about what the browser does not keep, until closed. */
export function DemoNotices({ notices }: { notices: readonly ('memory' | 'full' | 'anew')[] }) {
  const { t } = useWords()
  const [closed, setClosed] = useState<readonly string[]>([])
  return (
    <div role="status">
      {notices.filter((notice) => !closed.includes(notice)).map((notice) => (
        <Line key={notice} gap={3} align="center" callout="caution" box="caution-soft" pad="2 4">
          <Icon name="caution" size={20} tone="caution" />
          <Box as="span" grow>{t(`demo.notice.${notice}`)}</Box>
          <IconButton icon="close" label={t('ui.toast.close')} onPress={() => setClosed([...closed, notice])} />
        </Line>
      ))}
    </div>
  )
}
