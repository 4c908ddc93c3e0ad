import { Link } from 'react-router'
import { useWords } from '../../i18n/use-words.ts'
import styles from './reason.module.css'

export function RuleLink({ rule }: { rule: string }) {
  const { t } = useWords()
  return <Link to={`/rules#${rule}`} className={styles.rule}>{t('ui.reason.rule', { rule })}</Link>
}
