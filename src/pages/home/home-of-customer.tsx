import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Receipt } from '../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { paths } from '../../app/paths.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Badge } from '../../ui/marks/badge.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Icon, type IconName } from '../../ui/marks/icon.tsx'
import { Box, Columns, Line, Stack, Text } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { RelativeTime } from '../../ui/text/relative-time.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'
import styles from './home-of-customer.module.css'
import { OpenClaims, OpenInvitations } from './home-open.tsx'
import rowStyles from '../../ui/lists/whole-row.module.css'
import { homeQueries } from './home-queries.ts'
import { HomeRow } from './home-row.tsx'

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
      <Stack gap={4}>
        <OpenInvitations />
        <AdminRequests isAdmin={isAdmin} />
        <OpenClaims isAdmin={isAdmin} />
        <Answers />
        <Card title={t('home.customer.how')}>
          <Columns as="ol" of="repeat(auto-fit, minmax(220px, 1fr))" gap="4 6">
            {steps.map(([step, icon]) => (
              <Line as="li" gap={3} key={step}>
                <Icon name={icon} size={20} tone="info" />
                <span>{t(step === 'answer' && !isAdmin ? 'home.customer.step.answer.user' : `home.customer.step.${step}`)}</span>
              </Line>
            ))}
          </Columns>
        </Card>
      </Stack>
    </>
  )
}

/** Unanswered requests for admin rights. */
function AdminRequests({ isAdmin }: { isAdmin: boolean }) {
  const { t } = useWords()
  const { data } = useQuery(homeQueries.adminRequests())
  const count = data?.total.count ?? 0
  if (count === 0) return null
  return (
    <Card flush>
      <Line gap={4} align="center" pad="2 4" className={rowStyles.row}>
        <Icon name="key" size={20} tone="info" />
        <div className={styles.whom}>
          <Link to={paths.myPartners} className={rowStyles.name}>{t('home.customer.requests', { count })}</Link>
          <Text tone="muted" text="caption">{t(isAdmin ? 'home.customer.requests.text' : 'home.customer.requests.text.user')}</Text>
        </div>
      </Line>
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
          ? <Box as="ul" ruled="before">{data.items.map((receipt) => <Answer key={receipt.id} receipt={receipt} />)}</Box>
          : <EmptyState compact title={t('home.customer.empty.title')}>{t('home.customer.empty.text')}</EmptyState>
      ) : <NotYet compact query={query} pad="3 4 4" lines={3} height="36px" />}
    </Card>
  )
}

function Answer({ receipt: { id, inviter, through, answer, at, by: person } }: { receipt: Receipt }) {
  const { t } = useWords()
  const by = through ? t('home.customer.by_through', { person, organization: through.displayName }) : t('home.customer.by', { person })
  const [tone, icon] = answer === 'accepted' ? (['success', 'success'] as const) : (['neutral', 'refused'] as const)
  return (
    <HomeRow to={paths.receipt(id)} name={inviter.displayName} lines={[by]}>
      <Stack gap={1} align="end" className={styles.state}>
        <Badge tone={tone} icon={icon}>{t(`home.customer.${answer}`)}</Badge>
        <Text as="span" tone="muted" text="caption" className={styles.by}><RelativeTime at={at} /></Text>
      </Stack>
    </HomeRow>
  )
}
