import { useWords } from '../../i18n/use-words.ts'
import barStyles from '../../ui/answer-bar.module.css'
import { Button } from '../../ui/button.tsx'
import styles from './answer.module.css'

/** Before sign-in: reading grants nothing, and one button to go on. */
export function SignInPanel({ onSignIn }: { onSignIn: () => void }) {
  const { t } = useWords()
  return (
    <>
      <section className={styles.panel}>
        <h2>{t('acceptance.account.title')}</h2>
        <p>{t('acceptance.account.signed_out')}</p>
        <p>{t('acceptance.account.signed_out.ask')}</p>
      </section>
      <div className={barStyles.bar} role="group" aria-label={t('acceptance.actions')}>
        <div className={barStyles.buttons}>
          <Button variant="accent" size="large" icon="person" onPress={onSignIn}>{t('acceptance.account.sign_in')}</Button>
        </div>
      </div>
    </>
  )
}
