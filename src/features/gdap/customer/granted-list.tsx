import { useRef } from 'react'
import { Link } from 'react-router'
import { isEnding, isOver, isWaiting, rolesOf } from '../../../../domain/gdap/granted-facts.ts'
import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Box, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { GdapStatusBadge } from '../gdap-status.tsx'
import { RoleList } from '../role-list.tsx'
import { AutoExtendSwitch } from './auto-extend-switch.tsx'
import { GrantedUntil } from './granted-until.tsx'
import styles from './granted-list.module.css'
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
