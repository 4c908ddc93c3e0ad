import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Receipt } from '../../domain/invitations/schemas.ts'
import type { Actor } from '../../domain/session/actor.ts'
import { paths } from '../app/paths.ts'
import { useWords } from '../i18n/use-words.ts'
import { Badge } from '../ui/badge.tsx'
import { Card } from '../ui/card.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { NotYet } from '../ui/not-yet.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { EmptyState } from '../ui/states.tsx'
import styles from './home-of-customer.module.css'
import { OpenClaims } from './home-open-claims.tsx'
import { OpenInvitations } from './home-open-invitations.tsx'
import { homeQueries } from './home-queries.ts'

const steps = [
  ['link', 'mail'],
  ['read', 'document'],
  ['answer', 'shield'],
] as const satisfies readonly (readonly [string, IconName])[]

export function CustomerHome({ actor }: { actor: Actor }) {
  const { t } = useWords()
  const isAdmin = actor.user.roles.includes('global_admin')
  return (
    <>
      <PageHeader title={t('home.title')} lead={t('home.customer.lead', { organization: actor.organization.displayName })} />
      <div className={styles.cards}>
        <OpenInvitations />
        <AdminRequests isAdmin={isAdmin} />
        <OpenClaims isAdmin={isAdmin} />
        <Answers />
        <Card title={t('home.customer.how')}>
          <ol className={styles.steps}>
            {steps.map(([step, icon]) => (
              <li key={step}>
                <Icon name={icon} size={20} />
                <span>{t(step === 'answer' && !isAdmin ? 'home.customer.step.answer.user' : `home.customer.step.${step}`)}</span>
              </li>
            ))}
          </ol>
        </Card>
      </div>
    </>
  )
}

/** Requests for admin rights that nobody has answered; nothing when there are none. */
function AdminRequests({ isAdmin }: { isAdmin: boolean }) {
  const { t } = useWords()
  const { data } = useQuery(homeQueries.adminRequests())
  const count = data?.total.count ?? 0
  if (count === 0) return null
  return (
    <Card flush>
      <div className={`${styles.answer} ${styles.request}`}>
        <Icon name="key" size={20} />
        <div className={styles.whom}>
          <Link to={paths.myPartners} className={styles.name}>{t('home.customer.requests', { count })}</Link>
          <p className={styles.by}>{t(isAdmin ? 'home.customer.requests.text' : 'home.customer.requests.text.user')}</p>
        </div>
      </div>
    </Card>
  )
}

function Answers() {
  const { t } = useWords()
  const { data, ...query } = useQuery(homeQueries.receipts())
  return (
    <Card title={t('home.customer.answers')} flush>
      {data ? (
        data.items.length > 0
          ? <ul className={styles.answers}>{data.items.map((receipt) => <Answer key={receipt.id} receipt={receipt} />)}</ul>
          : <EmptyState compact title={t('home.customer.empty.title')}>{t('home.customer.empty.text')}</EmptyState>
      ) : <NotYet compact query={query}><div className={styles.loading}><SkeletonLines lines={3} height="36px" /></div></NotYet>}
    </Card>
  )
}

function Answer({ receipt: { id, inviter, through, answer, at, by: person } }: { receipt: Receipt }) {
  const { t } = useWords()
  const by = through ? t('home.customer.by_through', { person, organization: through.displayName }) : t('home.customer.by', { person })
  const [tone, icon] = answer === 'accepted' ? (['success', 'success'] as const) : (['neutral', 'refused'] as const)
  return (
    <li className={styles.answer}>
      <div className={styles.whom}>
        <Link to={paths.receipt(id)} className={styles.name}>{inviter.displayName}</Link>
        <p className={styles.by}>{by}</p>
      </div>
      <div className={styles.state}>
        <Badge tone={tone} icon={icon}>{t(`home.customer.${answer}`)}</Badge>
        <span className={styles.by}><RelativeTime at={at} /></span>
      </div>
    </li>
  )
}
