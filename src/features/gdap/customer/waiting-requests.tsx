import { offered } from '../../../../domain/answers/decision.ts'
import { factsOf, isWaiting, rolesOf } from '../../../../domain/gdap/granted-facts.ts'
import { canApprove } from '../../../../domain/gdap/relationship-rules.ts'
import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ButtonLink } from '../../../ui/actions/button.tsx'
import { Card } from '../../../ui/looks/card.tsx'
import { Box, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { ReasonOnce } from '../../../ui/actions/reasons-once.tsx'
import { GrantedUntil } from './granted-until.tsx'

type Props = { relationships: readonly GdapRelationshipOnWire[]; actor: Actor; addressOf: (id: string) => string }

/** Partners' unanswered requests, with page and lapse; nothing when there are none. */
export function WaitingRequests({ relationships, actor, addressOf }: Props) {
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
