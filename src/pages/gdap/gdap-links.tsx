import { Link } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Icon, type IconName } from '../../ui/marks/icon.tsx'
import { Box, Row } from '../../ui/looks/layout.tsx'
import styles from './gdap-links.module.css'

export const gdapLinks = [
  ['bulk', paths.bulkGdapRequests, 'upload'],
  ['auto_extend', paths.autoExtend, 'refresh'],
  ['access', paths.access, 'search'],
  ['roles', paths.roles, 'key'],
  ['templates', paths.roleTemplates, 'document'],
  ['dap', paths.dap, 'caution'],
] as const satisfies readonly (readonly [string, string, IconName])[]

/** Links to the other screens about admin rights; a small screen has them among the page's actions. */
export function GdapLinks() {
  const { t } = useWords()
  return (
    <Box as="nav" aria-label={t('gdap-board.more')} fixed after={3} className={styles.more}>
      <Row as="ul" gap="0 1">
        {gdapLinks.map(([id, to, icon]) => (
          <li key={id}><Link to={to}><Icon name={icon} /><span>{t(`gdap-board.to.${id}`)}</span></Link></li>
        ))}
      </Row>
    </Box>
  )
}
