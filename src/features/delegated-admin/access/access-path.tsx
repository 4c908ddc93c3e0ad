import { type ReactNode, useId } from 'react'
import { Link } from 'react-router'
import { type GdapStatus, standingStatuses } from '../../../../domain/delegated-admin/states.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { AssignmentStatus } from '../assignments/assignment-status.tsx'
import { GdapStatusBadge } from '../gdap-status.tsx'
import styles from './access.module.css'
import { type PathStep, stepsOfWay, type Way } from './path-steps.ts'

export type AccessLinks = { relationship: (id: string) => string; renew: (id: string) => string; request: (tenantId: string) => string }
export type Named = { id: string; name: string }

const icons: Record<PathStep['link'], IconName> = { group: 'person', assignment: 'key', relationship: 'shield', customer: 'customers' }
const marks: Record<PathStep['state'], IconName> = { there: 'check', broken: 'close', beyond: 'more' }

/** What stands by its status and gives nothing has come to its end, which time has not written down yet. */
const over: readonly GdapStatus[] = ['expired', 'terminated', ...standingStatuses]

type Props = { way: Way; group: Named; customer: Named; links: AccessLinks }

/** The way through one relationship: group, assignment, relationship, customer; the first link that is missing is marked, with its fix. */
export function AccessPath({ way, group, customer, links }: Props) {
  const { t } = useWords()
  const id = useId()
  const { relationship, assignment, answer } = way
  const shown: Record<PathStep['link'], ReactNode> = {
    group: group.name,
    assignment: assignment ? <AssignmentStatus assignment={assignment} /> : t('delegated-admin.access.no_assignment'),
    relationship: <GdapStatusBadge relationship={{ status: relationship.status, isPartnerConsentPending: false }} />,
    customer: customer.name,
  }
  return (
    <article className={styles.way} aria-labelledby={id}>
      <h2 id={id}><Link to={links.relationship(relationship.id)}>{relationship.displayName}</Link></h2>
      <ol className={styles.path}>
        {stepsOfWay(answer).map(({ link, state }) => (
          <li key={link} className={styles.link} data-state={state}>
            <span className={styles.mark} aria-hidden="true"><Icon name={icons[link]} size={20} /></span>
            <span className={styles.what}>
              <span className={styles.name}>
                <span>{t(`delegated-admin.access.link.${link}`)}</span>
                <span className={styles.state}><Icon name={marks[state]} /><span>{t(`delegated-admin.access.state.${state}`)}</span></span>
              </span>
              <span className={styles.value}>{shown[link]}</span>
              {state === 'broken' && <Fix way={way} links={links} />}
            </span>
          </li>
        ))}
      </ol>
    </article>
  )
}

/** What mends the first missing link, and the way there. */
function Fix({ way: { relationship, assignment, answer }, links }: Pick<Props, 'way' | 'links'>) {
  const { t } = useWords()
  const isOver = over.includes(relationship.status)
  const fix =
    answer !== 'not_standing' ? (assignment ? 'look_at_assignment' : 'assign')
    : isOver ? 'renew'
    : relationship.status === 'approvalPending' ? 'send' : 'look'
  const to = fix === 'renew' ? links.renew(relationship.id) : links.relationship(relationship.id)
  return <Link to={to} className={styles.mend}><span>{t(`delegated-admin.access.fix.${fix}`)}</span><Icon name="arrowRight" /></Link>
}
