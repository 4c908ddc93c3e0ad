import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import type { Elements } from '../../ui/elements.ts'
import { Form } from '../../ui/form.tsx'
import styles from './answer.module.css'
import frameStyles from './consent-frame.module.css'
import { FocusedHeading } from './focused-heading.tsx'

type Props = { title: string; body: string; children: Elements; buttons: Elements; onSubmit: () => unknown; onBack: () => void }

/** What is filled in in place of the answer, with the way back. */
export function AsideForm({ title, body, children, buttons, onSubmit, onBack }: Props) {
  const { t } = useWords()
  return (
    <Form className={styles.aside} onSubmit={onSubmit}>
      <FocusedHeading block="start">{title}</FocusedHeading>
      <p>{body}</p>
      {children}
      <div className={frameStyles.buttons}>{buttons}<Button size="large" onPress={onBack}>{t('acceptance.decline.back')}</Button></div>
    </Form>
  )
}

/** What stands there instead of the form or the answer, until the reader goes back. */
export function AsideText({ title, back, onBack, children }: { title: string; back: string; onBack: () => void; children: Elements }) {
  return (
    <section className={styles.aside}>
      <FocusedHeading block="start">{title}</FocusedHeading>
      {children}
      <div className={frameStyles.buttons}><Button size="large" onPress={onBack}>{back}</Button></div>
    </section>
  )
}
