import { useWords } from '../../../i18n/use-words.ts'
import barStyles from '../../../ui/answer-bar.module.css'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import styles from './approval-answer.module.css'
import introduction from './approval.module.css'

/** Before sign-in nothing of the request is known here: what this is, what will be read, and one button to go on. */
export function ApprovalSignIn({ onSignIn }: { onSignIn: () => void }) {
  const { t } = useWords()
  return (
    <>
      <div className={introduction.introduction}>
        <h1 className={introduction.name} tabIndex={-1}>{t('approval.signed_out.title')}</h1>
        <p className={introduction.lead}>{t('approval.signed_out.lead')}</p>
      </div>
      <section className={introduction.block}>
        <h2 className={introduction.title}>{t('approval.signed_out.read')}</h2>
        <ul className={introduction.grants}>
          <li><Icon name="customers" size={20} /><span>{t('approval.signed_out.who')}</span></li>
          <li><Icon name="key" size={20} /><span>{t('approval.signed_out.what')}</span></li>
          <li><Icon name="check" size={20} /><span>{t('approval.signed_out.unchanged')}</span></li>
        </ul>
      </section>
      <section className={styles.panel}>
        <p>{t('acceptance.account.signed_out')}</p>
        <p>{t('acceptance.account.signed_out.ask')}</p>
      </section>
      <div className={barStyles.bar} role="group" aria-label={t('acceptance.actions')}>
        <div className={barStyles.buttons}>
          <Button variant="accent" size="large" icon="person" onPress={onSignIn}>{t('approval.sign_in')}</Button>
        </div>
      </div>
    </>
  )
}
