import type { AccessToken } from '../../../domain/tokens/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import rowStyles from '../../ui/lists/state-row.module.css'
import { Box, Columns, Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { Badge, type Tone } from '../../ui/marks/badge.tsx'
import { RelativeTime } from '../../ui/text/relative-time.tsx'

const tones: Record<AccessToken['state'], Tone> = { living: 'success', expired: 'neutral', revoked: 'neutral' }

export function TokenRow({ token, onRevoke }: { token: AccessToken; onRevoke: () => void }) {
  const { t, formatList, formatDateTime } = useWords()
  const { name, lastFour, scopes, roles, state, createdAt, createdBy, expiresAt, lastUsedAt, revokedAt, revokedBy } = token
  return (
    <Columns as="li" of="minmax(0, 1fr) auto minmax(120px, auto)" gap="1 4" align="center" ruled="between" pad="3 0"
      className={rowStyles.row}>
      <Stack>
        <Text as="bdi" text="strong" breaks>{name}</Text>
        <Text as="span" tone="muted" text="caption">{t('tokens.ends_in', { lastFour })}</Text>
      </Stack>
      <Badge tone={tones[state]}>{t(`tokens.state.${state}`)}</Badge>
      <Text as="span" tone="muted" text="caption" className={rowStyles.since}>
        {lastUsedAt ? <RelativeTime at={lastUsedAt} within={(when) => t('tokens.last_used', { when })} /> : t('tokens.never_used')}
      </Text>
      <Box as="p" spans>{t('tokens.may', { scopes: formatList(scopes.map((scope) => t(`tokens.scope.${scope}`))) })}</Box>
      {roles && <Box as="p" spans>{t('tokens.roles_are', { roles: formatList(roles.map((role) => t(`ui.role.${role}`))) })}</Box>}
      <Row gap="0 3" tone="muted" text="caption" spans>
        <span>{t('tokens.made', { date: formatDateTime(createdAt), person: createdBy || t('organization.erased') })}</span>
        <span>
          {revokedAt ? t('tokens.revoked_by', { date: formatDateTime(revokedAt), person: revokedBy || t('organization.erased') })
            : t(state === 'expired' ? 'tokens.expired' : 'tokens.expires', { date: formatDateTime(expiresAt) })}
        </span>
      </Row>
      {state === 'living' && (
        <Box spans pad="1 0 0">
          <Button icon="trash" aria-label={t('tokens.revoke.of', { name })} onPress={onRevoke}>{t('tokens.revoke')}</Button>
        </Box>
      )}
    </Columns>
  )
}
