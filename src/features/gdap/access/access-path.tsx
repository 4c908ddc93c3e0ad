import { type ReactNode, useId } from 'react'
import { Link } from 'react-router'
import { type GdapStatus, standingStatuses } from '../../../../domain/gdap/states.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Icon, type IconName } from '../../../ui/marks/icon.tsx'
import { Box, Line, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { AssignmentStatus } from '../assignments/assignment-status.tsx'
import { GdapStatusBadge } from '../gdap-status.tsx'
import styles from './access.module.css'
import { type PathStep, stepsOfWay, type Way } from './path-steps.ts'

export type AccessLinks = { relationship: (id: string) => string; renew: (id: string) => string; request: (tenantId: string) => string }
export type Named = { id: string; name: string }

const icons: Record<PathStep['link'], IconName> = { group: 'person', assignment: 'key', relationship: 'shield', customer: 'customers' }
const marks: Record<PathStep['state'], IconName> = { there: 'check', broken: 'close', beyond: 'more' }
const tones = { there: 'success', broken: 'danger', beyond: 'muted' } as const

/** An active relationship without access has ended, though the tick has not moved it on yet. */
const over: readonly GdapStatus[] = ['expired', 'terminated', ...standingStatuses]

type Props = { way: Way; group: Named; customer: Named; links: AccessLinks }

/** One relationship's path: group, assignment, relationship, customer; marks the first missing link, with its fix. */
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
function Fix({ way: { relationship, assignment, answer }, links }: Pick<Props, 'way' | 'links'>) {
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
