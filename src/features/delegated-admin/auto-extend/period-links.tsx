import { Link } from 'react-router'
import { useWords } from '../../../i18n/use-words.ts'
import { expiryColumns } from '../board/expiry-columns.ts'
import styles from './auto-extend.module.css'

/** The columns of the board whose relationships can still be extended. */
export const periods = expiryColumns.filter((column) => column !== 'expired')
export type Period = (typeof periods)[number]

/** Which relationships the page is about: all, or those that end in one of the board's columns. */
export function PeriodLinks({ bucket, linkTo }: { bucket: Period | undefined; linkTo: (bucket: Period | undefined) => string }) {
  const { t } = useWords()
  return (
    <nav aria-label={t('gdap-board.extend.periods')} className={styles.periods}>
      {[undefined, ...periods].map((each) => (
        <Link key={each ?? 'all'} to={linkTo(each)} replace aria-current={each === bucket ? 'page' : undefined}>
          {each ? t(`gdap-board.column.${each}`) : t('gdap-board.extend.periods.all')}
        </Link>
      ))}
    </nav>
  )
}
