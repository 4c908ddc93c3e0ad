import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import type { Elements } from '../../ui/elements.ts'
import { Row, Stack } from '../../ui/looks/layout.tsx'
import type { Intention } from '../../ui/actions/use-intention.ts'
import { useOnline } from '../../ui/waiting/use-online.ts'
import styles from './answer.module.css'
import frameStyles from './consent-frame.module.css'
import { FocusedHeading } from './focused-heading.tsx'

type Props<Input> = {
  state: Intention<Input, unknown>
  onCheckAgain: (input: Input) => unknown
  /** A further note before the answer. */
  note?: string | undefined
  children: Elements
  bar: Elements
}

/** A signed-in reader's answer and its tenant. Never sends twice, never guesses. */
export function AnswerPanel<Input>({ state, onCheckAgain, note, children, bar }: Props<Input>) {
  const { t } = useWords()
  if (state.is === 'checking' || state.is === 'unknown')
    return <Silence isChecking={state.is === 'checking'} onCheckAgain={() => void onCheckAgain(state.input)} />
  const noted = state.is === 'not_arrived' ? t('acceptance.not_arrived') : note
  return (
    <>
      <Stack as="section" gap={3} pad="2 0 0" text="lead">
        <h2>{t('acceptance.account.title')}</h2>
        {noted && <p role="alert" className={styles.note}>{noted}</p>}
        {children}
      </Stack>
      {bar}
    </>
  )
}

function Silence({ isChecking, onCheckAgain }: { isChecking: boolean; onCheckAgain: () => void }) {
  const { t } = useWords()
  useOnline(!isChecking, onCheckAgain)
  return (
    <Stack as="section" gap={3} pad="2 0 0" text="lead" aria-live="polite">
      <FocusedHeading>{t(isChecking ? 'acceptance.checking.title' : 'acceptance.unknown.title')}</FocusedHeading>
      <p>{t(isChecking ? 'acceptance.checking.body' : 'acceptance.unknown.body')}</p>
      <Row gap={3} className={frameStyles.buttons}>
        <Button variant="accent" size="large" pending={isChecking} onPress={onCheckAgain}>{t('acceptance.unknown.check')}</Button>
      </Row>
    </Stack>
  )
}
