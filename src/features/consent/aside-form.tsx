import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import type { Elements } from '../../ui/elements.ts'
import { Form } from '../../ui/forms/form.tsx'
import { Row, Stack } from '../../ui/looks/layout.tsx'
import frameStyles from './consent-frame.module.css'
import { FocusedHeading } from './focused-heading.tsx'

type Props = { title: string; body: string; children: Elements; buttons: Elements; onSubmit: () => unknown; onBack: () => void }

/** A form in place of the answer, with the way back. */
export function AsideForm({ title, body, children, buttons, onSubmit, onBack }: Props) {
  const { t } = useWords()
  return (
    <Stack as={Form} gap={4} text="lead" onSubmit={onSubmit}>
      <FocusedHeading block="start">{title}</FocusedHeading>
      <p>{body}</p>
      {children}
      <Row gap={3} className={frameStyles.buttons}>
        {buttons}<Button size="large" onPress={onBack}>{t('acceptance.decline.back')}</Button>
      </Row>
    </Stack>
  )
}

/** A text in place of the form or the answer. */
export function AsideText({ title, back, onBack, children }: { title: string; back: string; onBack: () => void; children: Elements }) {
  return (
    <Stack as="section" gap={4} text="lead">
      <FocusedHeading block="start">{title}</FocusedHeading>
      {children}
      <Row gap={3} className={frameStyles.buttons}><Button size="large" onPress={onBack}>{back}</Button></Row>
    </Stack>
  )
}
