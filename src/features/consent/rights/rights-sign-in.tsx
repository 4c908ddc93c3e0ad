import { useWords } from '../../../i18n/use-words.ts'
import { SignInPanel } from '../answer-bar.tsx'
import { Points } from '../consent-text.tsx'
import styles from '../consent-text.module.css'

/** Before sign-in nothing of the request is known here: what this is, what will be read, and one button to go on. */
export function RightsSignIn({ onSignIn }: { onSignIn: () => void }) {
  const { t } = useWords()
  return (
    <>
      <div className={styles.introduction}>
        <h1 className={styles.name} tabIndex={-1}>{t('approval.signed_out.title')}</h1>
        <p className={styles.lead}>{t('approval.signed_out.lead')}</p>
      </div>
      <section className={styles.block}>
        <h2 className={styles.title}>{t('approval.signed_out.read')}</h2>
        <Points points={[
          { icon: 'customers', said: t('approval.signed_out.who') },
          { icon: 'key', said: t('approval.signed_out.what') },
          { icon: 'check', said: t('approval.signed_out.unchanged') },
        ]} />
      </section>
      <SignInPanel button={t('approval.sign_in')} onSignIn={onSignIn} />
    </>
  )
}
