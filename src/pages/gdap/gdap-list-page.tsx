import { Link, type LoaderFunctionArgs } from 'react-router'
import { canRequestGdap } from '../../../domain/gdap/relationship-rules.ts'
import type { GdapView } from '../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { queryClient } from '../../api/query-client.ts'
import { paths } from '../../app/paths.ts'
import { rightsPages } from '../../app/places.ts'
import { ExpiryBoard } from '../../features/gdap/board/expiry-board.tsx'
import { gdapQueries } from '../../features/gdap/gdap-queries.ts'
import { ConsentCard } from '../../features/gdap/list/consent-card.tsx'
import { GdapList } from '../../features/gdap/list/gdap-list.tsx'
import { gdapView } from '../../features/gdap/list/gdap-view.ts'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { PageActions } from '../../ui/actions/page-actions.tsx'
import { joined } from '../../ui/joined.ts'
import listStyles from '../../ui/lists/list-page.module.css'
import { useListView } from '../../ui/lists/use-list-view.ts'
import { Box, Row } from '../../ui/looks/layout.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { Icon } from '../../ui/marks/icon.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'
import styles from './gdap-list-page.module.css'
import { GranularAdminGate } from './granular-admin-gate.tsx'

/** Requests the first rows and the board while messages and session load. */
export function loader({ request }: LoaderFunctionArgs) {
  void queryClient.prefetchInfiniteQuery(gdapQueries.list(gdapView.read(new URL(request.url).searchParams)))
  void queryClient.prefetchQuery(gdapQueries.board())
  return null
}

/** Who may do what in which tenant, until when. */
export function Component() {
  const { t } = useWords()
  const actor = useActor()
  return (
    <GranularAdminGate actor={actor} title={t('gdap-board.title')}>
      <Relationships actor={actor} />
    </GranularAdminGate>
  )
}

const linkOfView = (view: GdapView) => `${paths.gdapList}?${gdapView.write(view)}`

/** The address is the view, so it can be shared and survives back and forward. */
function Relationships({ actor }: { actor: Actor }) {
  const { t } = useWords()
  const at = useListView(gdapView)
  const { id, kind } = actor.organization
  const mayRequest = canRequestGdap(actor, ownPolicy())
  const more = rightsPages.map(({ to, label, icon }) => ({ to, icon, label: t(label) }))
  const request = mayRequest.allowed
    ? <PageActions actions={[{ to: paths.newGdapRequest, variant: 'accent', icon: 'plus', label: t('gdap-board.request') }]} more={more} />
    : (
      <>
        <ActionButton verdict={mayRequest} icon="plus">{t('gdap-board.request')}</ActionButton>
        <PageActions actions={[]} more={more} />
      </>
    )
  const who = mayRequest.allowed ? 'may' : 'cannot'
  return (
    <div className={joined(listStyles.page, styles.page)}>
      <PageHeader title={t('gdap-board.title')} action={request} />
      <GdapLinks />
      {kind === 'indirect_reseller' && <ConsentCard ownId={id} linkTo={paths.gdap} />}
      <GdapList ownId={id} at={at} linkTo={paths.gdap} board={<ExpiryBoard view={at.view} linkTo={linkOfView} />}
        empty={<EmptyState title={t('gdap-board.empty.title')}>{t(`gdap-board.empty.${who}`)}</EmptyState>} />
    </div>
  )
}

/** Links to the other screens about admin rights; a small screen has them among the page's actions. */
function GdapLinks() {
  const { t } = useWords()
  return (
    <Box as="nav" aria-label={t('gdap-board.more')} fixed after={3} className={styles.more}>
      <Row as="ul" gap="0 1">
        {rightsPages.map(({ to, label, icon }) => (
          <li key={to}><Link to={to}><Icon name={icon} /><span>{t(label)}</span></Link></li>
        ))}
      </Row>
    </Box>
  )
}
