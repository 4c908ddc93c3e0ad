import { useWords } from '../../../i18n/use-words.ts'
import { Text } from '../../../ui/looks/layout.tsx'
import styles from './templates.module.css'
import { ViewLinks } from '../../../ui/lists/view-links.tsx'

/** Templates and drift: two addresses of one screen. */
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
          {each === 'drift' && differing !== undefined && <Text as="span" tone="muted" numbers>{formatNumber(differing)}</Text>}
        </>
      )} />
  )
}
