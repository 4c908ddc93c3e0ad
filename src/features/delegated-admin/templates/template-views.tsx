import { Link } from 'react-router'
import { useWords } from '../../../i18n/use-words.ts'
import { Row } from '../../../ui/layout.tsx'
import styles from './templates.module.css'

/** The templates themselves, and where live relationships differ from them: two addresses of one screen. */
export const templateViews = ['templates', 'drift'] as const
type TemplateView = (typeof templateViews)[number]

type Props = { view: TemplateView; linkTo: (view: TemplateView) => string; differing: number | undefined }

export function TemplateViews({ view, linkTo, differing }: Props) {
  const { t, formatNumber } = useWords()
  return (
    <Row aria-label={t('role-templates.views')} as="nav" gap={1} after={4} className={styles.views}>
      {templateViews.map((each) => (
        <Link key={each} to={linkTo(each)} replace aria-current={each === view ? 'page' : undefined}>
          <span>{t(`role-templates.view.${each}`)}</span>
          {each === 'drift' && differing !== undefined && <span className={styles.number}>{formatNumber(differing)}</span>}
        </Link>
      ))}
    </Row>
  )
}
