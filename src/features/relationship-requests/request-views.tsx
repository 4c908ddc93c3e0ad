import { Link } from 'react-router'
import { useWords } from '../../i18n/use-words.ts'
import { Row } from '../../ui/layout.tsx'
import styles from '../../ui/view-links.module.css'
import { type RequestView, requestViews } from './request-queries.ts'

/** Open, answered, or all that ever were: three addresses of one screen. */
export function RequestViews({ view, linkTo }: { view: RequestView; linkTo: (view: RequestView) => string }) {
  const { t } = useWords()
  return (
    <Row as="nav" aria-label={t('requests.views')} gap={1} className={styles.views}>
      {requestViews.map((each) => (
        <Link key={each} to={linkTo(each)} replace aria-current={each === view ? 'page' : undefined}>{t(`requests.view.${each}`)}</Link>
      ))}
    </Row>
  )
}
