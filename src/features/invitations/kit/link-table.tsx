import { useWords } from '../../../i18n/use-words.ts'
import { Box } from '../../../ui/looks/layout.tsx'
import styles from './link-table.module.css'

const links = ['relationship', 'gdap', 'pal'] as const
const columns = ['opened_by', 'gives', 'gives_not'] as const

/** Distinguishes three links that customers confuse (BR-16); folded, since it is needed once. */
export function LinkTable({ of = 'relationship' }: { of?: 'relationship' | 'gdap' }) {
  const { t } = useWords()
  const names = {
    relationship: t(of === 'relationship' ? 'kit.links.relationship' : 'kit.links.relationship.other'),
    gdap: t(of === 'gdap' ? 'kit.links.gdap.this' : 'kit.links.gdap'),
    pal: t('kit.links.pal'),
  }
  const said = (link: (typeof links)[number], column: (typeof columns)[number]) =>
    t(of === 'gdap' && link === 'gdap' && column === 'opened_by' ? 'kit.links.gdap.this.opened_by' : `kit.links.${link}.${column}`)
  return (
    <Box as="details" card pad="3 4" className={styles.which}>
      <summary>{t('kit.links')}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('kit.links.link')}</th>
            {columns.map((column) => <th key={column} scope="col">{t(`kit.links.${column}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {links.map((link) => (
            <tr key={link}>
              <th scope="row">{names[link]}</th>
              {columns.map((column) => (
                <td key={column}>
                  <span className={styles.name} aria-hidden="true">{t(`kit.links.${column}`)}</span>
                  <span>{said(link, column)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  )
}
