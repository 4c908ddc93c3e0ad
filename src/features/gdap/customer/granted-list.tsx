import { useRef } from 'react'
import { Link } from 'react-router'
import { offered } from '../../../../domain/answers/decision.ts'
import { factsOf, isEnding, isOver, isWaiting, rolesOf, wasApproved } from '../../../../domain/gdap/granted-facts.ts'
import { canApprove } from '../../../../domain/gdap/relationship-rules.ts'
import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ButtonLink } from '../../../ui/actions/button.tsx'
import { ReasonOnce } from '../../../ui/actions/reasons-once.tsx'
import { Card } from '../../../ui/looks/card.tsx'
import detailStyles from '../../../ui/looks/detail-page.module.css'
import { Box, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { GdapStatusBadge } from '../gdap-status.tsx'
import { RoleList } from '../role-list.tsx'
import { AutoExtendSwitch } from './auto-extend-switch.tsx'
import styles from './granted-list.module.css'
import { GrantedUntil } from './granted-until.tsx'
import { RemoveRoles } from './remove-roles.tsx'
import { useRoleNames } from './use-role-names.ts'

type Addresses = { addressOf: (id: string) => string; approvalAddressOf: (id: string) => string }
type Props = Addresses & { relationships: readonly GdapRelationshipOnWire[]; actor: Actor }

/** All GDAP between the tenant and one partner: active or waiting with actions, then ended. */
export function GrantedList({ relationships, ...rest }: Props) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const ended = relationships.filter(isOver)
  return (
    <Stack as="section" gap={3} wide>
      <h3 ref={heading} tabIndex={-1} className="quiet">{t('approval.list.title')}</h3>
      <Stack as="ul" gap={3} filled>
        {relationships.filter((each) => !isOver(each)).map((each) => (
          <Stack as="li" key={each.id} gap={3} align="start" pad="3 4" className={styles.item}>
            <Item relationship={each} {...rest} onRemoved={() => heading.current?.focus()} />
          </Stack>
        ))}
      </Stack>
      {ended.length > 0 && (
        <Box as="details" wide>
          <Text as="summary" opens>{t('approval.list.ended', { count: ended.length })}</Text>
          <Stack as="ul" gap={3} before={3}>
            {ended.map((each) => (
              <Stack as="li" key={each.id} gap={3} align="start" pad="3 4" className={styles.item}>
                <Head relationship={each} addressOf={rest.addressOf} />
              </Stack>
            ))}
          </Stack>
        </Box>
      )}
    </Stack>
  )
}

function Head({ relationship, addressOf }: { relationship: GdapRelationshipOnWire; addressOf: Addresses['addressOf'] }) {
  return (
    <Row gap="1 3" align="center" wide className={styles.head}>
      <Text as={Link} to={addressOf(relationship.id)} text="strong" breaks><bdi translate="no">{relationship.displayName}</bdi></Text>
      <GdapStatusBadge relationship={relationship} />
      <Text as="span" tone="muted" className={styles.muted}><GrantedUntil relationship={relationship} /></Text>
    </Row>
  )
}

function Item({ relationship, actor, addressOf, approvalAddressOf, onRemoved }: Addresses & {
  relationship: GdapRelationshipOnWire
  actor: Actor
  onRemoved: () => void
}) {
  const { t, formatDate } = useWords()
  const { activatedDateTime, id } = relationship
  return (
    <>
      <Head relationship={relationship} addressOf={addressOf} />
      {activatedDateTime && (
        <Text tone="muted" className={styles.muted}>
          {t('approval.since', { date: formatDate(activatedDateTime) })}
        </Text>
      )}
      <Roles relationship={relationship} />
      {isWaiting(relationship) ? (
        <Link to={approvalAddressOf(id)}>{t('approval.waiting.read')}</Link>
      ) : (
        <>
          {!isEnding(relationship) && <AutoExtendSwitch relationship={relationship} actor={actor} />}
          <RemoveRoles relationship={relationship} actor={actor} onRemoved={onRemoved} />
        </>
      )}
    </>
  )
}

const shownNames = 3

/** The first roles by name; all with explanations when opened. */
function Roles({ relationship }: { relationship: GdapRelationshipOnWire }) {
  const roles = rolesOf(relationship)
  const names = useRoleNames(roles, shownNames)
  return (
    <Box as="details" wide>
      <Text as="summary" opens>{names}</Text>
      <Box before={3}><RoleList roles={roles} /></Box>
    </Box>
  )
}

type WaitingProps = { relationships: readonly GdapRelationshipOnWire[]; actor: Actor; addressOf: (id: string) => string }

/** Partners' unanswered requests, with page and lapse; nothing when there are none. */
export function WaitingRequests({ relationships, actor, addressOf }: WaitingProps) {
  const { t } = useWords()
  const waiting = relationships.filter(isWaiting)
  if (waiting.length === 0) return null
  const refusals = waiting.map((each) => offered(canApprove(actor, factsOf(each)))).filter((verdict) => !verdict.allowed)
  return (
    <Card title={t(refusals.length < waiting.length ? 'approval.waiting.title' : 'approval.waiting.title.user')} flush>
      <Box as="ul" ruled="before">
        {waiting.map((each) => (
          <Row as="li" key={each.id} gap="2 4" align="center" justify="between" pad="3 4" ruled="between">
            <Stack breaks>
              <Text as="span" text="strong">{each.partner.displayName}</Text>
              <Text as="span" tone="muted">
                <bdi translate="no">{each.displayName}</bdi><span>{`\u00a0· ${t('approval.roles', { count: rolesOf(each).length })}`}</span>
              </Text>
              <Text as="span" tone="muted"><GrantedUntil relationship={each} /></Text>
            </Stack>
            <ButtonLink to={addressOf(each.id)} icon="document" aria-label={t('approval.waiting.read_of', { name: each.displayName })}>
              {t('approval.waiting.read')}
            </ButtonLink>
          </Row>
        ))}
      </Box>
      {refusals[0] && <Box as="p" ruled="before" pad="2 4 3" filled><ReasonOnce refusal={refusals[0]} /></Box>}
    </Card>
  )
}

type ApprovedProps = { relationships: readonly GdapRelationshipOnWire[]; addressOf: (id: string) => string }

/** Every approval of admin rights, newest first, with its receipt; also ended ones. */
export function ApprovedList({ relationships, addressOf }: ApprovedProps) {
  const { t, formatDate } = useWords()
  const approved = relationships.filter(wasApproved)
    .map((each) => ({ ...each, at: each.activatedDateTime ?? each.since }))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
  if (approved.length === 0) return null
  return (
    <Card title={t('approval.receipts.title')}>
      <Stack as="ul" gap={3} className={detailStyles.history}>
        {approved.map(({ id, partner, displayName, at }) => (
          <li key={id}>
            <Link to={addressOf(id)}>{t('approval.receipts.of', { partner: partner.displayName, name: displayName })}</Link>
            <Text as="span" tone="muted"><time dateTime={at}>{formatDate(at)}</time></Text>
          </li>
        ))}
      </Stack>
    </Card>
  )
}
