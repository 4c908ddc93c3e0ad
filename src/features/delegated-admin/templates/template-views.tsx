import { useWords } from '../../../i18n/use-words.ts'
import { ViewLinks } from '../../../ui/view-links.tsx'
import styles from './templates.module.css'

/** The templates themselves, and where live relationships differ from them: two addresses of one screen. */
export const templateViews = ['templates', 'drift'] as const
type TemplateView = (typeof templateViews)[number]

type Props = { view: TemplateView; linkTo: (view: TemplateView) => string; differing: number | undefined }

export function TemplateViews({ view, linkTo, differing }: Props) {
  const { t, formatNumber } = useWords()
  return (
    <ViewLinks label={t('role-templates.views')} views={templateViews} view={view} linkTo={linkTo} className={styles.views}
      wordOf={(each) => (
        <>
          <span>{t(`role-templates.view.${each}`)}</span>
          {each === 'drift' && differing !== undefined && <span className={styles.number}>{formatNumber(differing)}</span>}
        </>
      )} />
  )
}
