import { canRemovePartnership } from '../../../domain/partnerships/lifecycle.ts'
import type { Partnership } from '../../../domain/partnerships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ButtonLink } from '../../ui/actions/button.tsx'
import { Badge, type Tone } from '../../ui/marks/badge.tsx'
import { Icon } from '../../ui/marks/icon.tsx'
import { Box, Columns, Line, Row, Stack, Text } from '../../ui/looks/layout.tsx'
import rowStyles from '../../ui/lists/state-row.module.css'
import { RelativeTime } from '../../ui/text/relative-time.tsx'
import { AuthorizePartnership } from './authorize-partnership.tsx'
import styles from './partnerships.module.css'
import { RemovePartnership } from './remove-partnership.tsx'

const tones: Record<Partnership['state'], Tone> = { active: 'success', requested: 'waiting', removed: 'neutral' }

type Props = {
  actor: Actor
  partnership: Partnership
  /** Where a reseller puts its agreement with Microsoft on record. */
  agreementAddress: string
}

export function PartnershipRow({ actor, partnership, agreementAddress }: Props) {
  const { t, formatDateTime } = useWords()
  const { provider, reseller, state, createdAt, ended, agreementSigned, agreementBasis } = partnership
  const isProvider = provider.id === actor.organization.id
  const other = isProvider ? reseller : provider
  const word = !agreementSigned ? 'unsigned' : agreementBasis === 'said_by_partner' ? 'said' : 'signed'
  const isRequested = state === 'requested'
  const names = { provider: provider.displayName, reseller: reseller.displayName }
  return (
    <Columns as="li" of="minmax(0, 1fr) auto minmax(120px, auto)" gap="1 4" align="center" ruled="between" pad="3 0"
      className={rowStyles.row}>
      <Stack>
        <Text as="bdi" text="strong" breaks>{other.displayName}</Text>
        <Text as="code" translate="no" tone="muted" breaks className={styles.tenant}>{other.tenantId}</Text>
      </Stack>
      <Badge tone={tones[state]}>{t(`partnerships.state.${state}`)}</Badge>
      <Text as="span" tone="muted" text="caption" className={rowStyles.since}>
        <RelativeTime at={ended?.at ?? createdAt}
          within={(when) => t(ended ? 'partnerships.ended' : isRequested ? 'partnerships.asked' : 'partnerships.since', { when })} />
      </Text>
      {ended && <Box as="p" spans>{t('partnerships.ended.by', { date: formatDateTime(ended.at), person: ended.by, ...names })}</Box>}
      {state === 'removed' && <Box as="p" spans>{t('partnerships.ended.again', names)}</Box>}
      <Line as="p" gap={1} align="start" tone="muted" text="caption" spans>
        <Icon name={agreementSigned ? 'check' : 'caution'} />
        <span>{t(`partnerships.agreement.${word}`, names)}</span>
      </Line>
      {isRequested && <Box as="p" spans>{t(isProvider ? 'partnerships.turn.reseller' : 'partnerships.turn.you', names)}</Box>}
      {isRequested && !isProvider && (
        <Box spans pad="1 0 0">
          <Row gap={2} align="start">
            <AuthorizePartnership actor={actor} partnership={partnership} />
            {!agreementSigned && <ButtonLink to={agreementAddress}>{t('partnerships.agreement.record')}</ButtonLink>}
          </Row>
        </Box>
      )}
      {canRemovePartnership(actor, partnership).allowed && (
        <Box spans pad="1 0 0">
          <RemovePartnership partnership={partnership} />
        </Box>
      )}
    </Columns>
  )
}
