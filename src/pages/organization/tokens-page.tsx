import { canMakeToken } from '../../../domain/tokens/rules.ts'
import { useActor } from '../../features/session/session.ts'
import { NewToken } from '../../features/tokens/new-token.tsx'
import { TokenList } from '../../features/tokens/token-list.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { Columns, Stack } from '../../ui/looks/layout.tsx'
import { OrganizationFrame } from './organization-frame.tsx'

/** Access tokens for the API: one's own, and the organisation's services. */
export function Component() {
  const { t } = useWords()
  const actor = useActor()
  return (
    <OrganizationFrame title={t('app.nav.tokens')} lead={t('tokens.lead')}>
      <Columns of="minmax(0, 5fr) minmax(300px, 4fr)" below={900} gap={4} align="start">
        <Stack gap={4}>
          <TokenList actor={actor} kind="personal" />
          {/* The form says who may manage services. */}
          {canMakeToken(actor, 'service').allowed && <TokenList actor={actor} kind="service" />}
        </Stack>
        <NewToken actor={actor} />
      </Columns>
    </OrganizationFrame>
  )
}
