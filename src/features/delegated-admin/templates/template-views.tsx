import { Link } from 'react-router'
import { useWords } from '../../../i18n/use-words.ts'
import { Row, Text } from '../../../ui/layout.tsx'
import styles from '../../../ui/view-links.module.css'

/** The templates themselves, and where live relationships differ from them: two addresses of one screen. */
export const templateViews = ['templates', 'drift'] as const
type TemplateView = (typeof templateViews)[number]

type Props = { view: TemplateView; linkTo: (view: TemplateView) => string; differing: number | undefined }

export function TemplateViews({ view, linkTo, differing }: Props) {
  const { t, formatNumber } = useWords()
  return (
    <Row as="nav" aria-label={t('role-templates.views')} gap={1} after={4} className={styles.views}>
      {templateViews.map((each) => (
        <Link key={each} to={linkTo(each)} replace aria-current={each === view ? 'page' : undefined}>
          <span>{t(`role-templates.view.${each}`)}</span>
          {each === 'drift' && differing !== undefined && <Text as="span" tone="muted" numbers>{formatNumber(differing)}</Text>}
        </Link>
      ))}
    </Row>
  )
}
