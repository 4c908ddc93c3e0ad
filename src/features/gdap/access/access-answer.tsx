import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { AccessAnswer } from '../../../../domain/gdap/assignments/rules.ts'
import type { PartnerGroup } from '../../../../domain/gdap/schemas.ts'
import { type GdapStatus, standingStatuses } from '../../../../domain/gdap/states.ts'
import { nameOrder } from '../../../../domain/search/name-order.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ButtonLink } from '../../../ui/actions/button.tsx'
import { RuleLink } from '../../../ui/actions/rule-link.tsx'
import { ComboBox } from '../../../ui/forms/combo-box.tsx'
import { Box, Columns, Line, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { Icon, type IconName } from '../../../ui/marks/icon.tsx'
import { NotYet } from '../../../ui/waiting/not-yet.tsx'
import { AssignmentStatus } from '../assignments/assignment-status.tsx'
import { GdapStatusBadge } from '../gdap-status.tsx'
import { accessQueries, type CustomerChoice } from './access-queries.ts'
import styles from './access.module.css'
import { bestFirst, type PathStep, stepsOfWay, type Way } from './path-steps.ts'

type Props = { group: Named; customer: Named; links: AccessLinks }

/** Whether the group has access to the customer, and the path through each relationship. */
export function AccessAnswerView({ group, customer, links }: Props) {
  const { t } = useWords()
  const { data, ...query } = useQuery(accessQueries.path(group.id, customer.id))
  if (!data) return <NotYet query={query} lines={8} />
  return (
    <Stack gap={5}>
      <Verdict answer={data.answer}
        text={t(`delegated-admin.access.answer.${data.answer}`, { group: group.name, customer: customer.name })}>
        {data.answer === 'no_relationship' && (
          <ButtonLink to={links.request(customer.id)} icon="plus">{t('delegated-admin.access.fix.request')}</ButtonLink>
        )}
      </Verdict>
      {data.path.length > 0 && (
        <Stack as="section" gap={5} aria-label={t('delegated-admin.access.ways')}>
          {bestFirst(data.path).map((way) => (
            <AccessPath key={way.relationship.id} way={way} group={group} customer={customer} links={links} />
          ))}
        </Stack>
      )}
    </Stack>
  )
}

function Verdict({ answer, text, children }: { answer: AccessAnswer; text: string; children: ReactNode }) {
  const has = answer === 'has_access'
  const tone = has ? 'success' : 'danger'
  return (
    <Columns of="auto minmax(0, 1fr) auto" gap="2 3" align="center" pad="4 5" callout={tone} box={`${tone}-soft`} text="lead"
      className={styles.verdict}>
      <Icon name={has ? 'success' : 'refused'} size={24} tone={tone} />
      <p role="status"><span>{text}</span> <RuleLink rule="BR-92" /></p>
      {children && <div className={styles.fix}>{children}</div>}
    </Columns>
  )
}

export type AccessLinks = { relationship: (id: string) => string; renew: (id: string) => string; request: (tenantId: string) => string }
type Named = { id: string; name: string }

const icons: Record<PathStep['link'], IconName> = { group: 'person', assignment: 'key', relationship: 'shield', customer: 'customers' }
const marks: Record<PathStep['state'], IconName> = { there: 'check', broken: 'close', beyond: 'more' }
const tones = { there: 'success', broken: 'danger', beyond: 'muted' } as const

/** An active relationship without access has ended, though the tick has not moved it on yet. */
const over: readonly GdapStatus[] = ['expired', 'terminated', ...standingStatuses]

type PathProps = { way: Way; group: Named; customer: Named; links: AccessLinks }

/** One relationship's path: group, assignment, relationship, customer; marks the first missing link, with its fix. */
function AccessPath({ way, group, customer, links }: PathProps) {
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
    <Box as="article" card pad="4 5 5" className={styles.way} aria-labelledby={id}>
      <Text as="h2" after={4} text="title" breaks id={id}>
        <Link to={links.relationship(relationship.id)}>{relationship.displayName}</Link>
      </Text>
      <Line as="ol" className={styles.path}>
        {stepsOfWay(answer).map(({ link, state }) => (
          <Stack as="li" key={link} gap={2} className={styles.link} data-state={state}>
            <span className={styles.mark} aria-hidden="true"><Icon name={icons[link]} size={20} /></span>
            <Stack as="span" gap={1} align="start">
              <Row as="span" gap="0 2" align="center" tone="muted" text="caption">
                <span>{t(`delegated-admin.access.link.${link}`)}</span>
                <Line as="span" inline gap="half" align="center" tone={tones[state]} className={styles.state}>
                  <Icon name={marks[state]} /><span>{t(`delegated-admin.access.state.${state}`)}</span>
                </Line>
              </Row>
              <Text as="span" text="strong" breaks>{shown[link]}</Text>
              {state === 'broken' && <Fix way={way} links={links} />}
            </Stack>
          </Stack>
        ))}
      </Line>
    </Box>
  )
}

/** Links to what fixes the first missing link. */
function Fix({ way: { relationship, assignment, answer }, links }: Pick<PathProps, 'way' | 'links'>) {
  const { t } = useWords()
  const isOver = over.includes(relationship.status)
  const fix =
    answer !== 'not_standing' ? (assignment ? 'look_at_assignment' : 'assign')
    : isOver ? 'renew'
    : relationship.status === 'approvalPending' ? 'send' : 'look'
  const to = fix === 'renew' ? links.renew(relationship.id) : links.relationship(relationship.id)
  return (
    <Line as={Link} to={to} inline gap={1} align="center" className={styles.mend}>
      <span>{t(`delegated-admin.access.fix.${fix}`)}</span><Icon name="arrowRight" />
    </Line>
  )
}

/** Milliseconds from the last key to the search. */
const waitMs = 150

type ChoiceProps = {
  groups: readonly PartnerGroup[]
  group: string | null
  customer: CustomerChoice | null
  onGroup: (id: string | null) => void
  onCustomer: (tenantId: string | null) => void
}

/** Chooses a group and a customer, whom the server finds, since there may be many. */
export function AccessChoice({ groups, group, customer, onGroup, onCustomer }: ChoiceProps) {
  const { t, locale } = useWords()
  const [search, setSearch] = useState(customer?.name ?? '')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  // The chosen customer's name searches for nothing, so that all are offered again.
  const { data } = useQuery(accessQueries.customers(search === customer?.name ? '' : search))
  const inOrder = nameOrder(locale)
  const found = (data ?? []).toSorted((one, other) => inOrder(one.name, other.name))
  const offered = customer && !found.some(({ tenantId }) => tenantId === customer.tenantId) ? [customer, ...found] : found
  const onSearch = (text: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setSearch(text.trim()), waitMs)
  }
  return (
    <Columns of="minmax(0, 1fr) minmax(0, 1fr)" below={720} gap={4} align="start" after={5} measure="840px">
      <ComboBox label={t('delegated-admin.access.group')} items={groups.map(({ id, displayName }) => ({ id, label: displayName }))}
        value={group} onChange={onGroup} placeholder={t('delegated-admin.access.group.placeholder')} />
      <ComboBox label={t('delegated-admin.access.customer')} value={customer?.tenantId ?? null} onChange={onCustomer} onSearch={onSearch}
        placeholder={t('delegated-admin.access.customer.placeholder')} description={t('delegated-admin.access.customer.hint')}
        items={offered.map(({ tenantId, name, domain }) => ({ id: tenantId, label: name, ...(domain && { description: domain }) }))} />
    </Columns>
  )
}
