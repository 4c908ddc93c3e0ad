import type { SignInWays } from '../../../domain/session/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Facts } from '../../ui/looks/facts.tsx'
import { Box } from '../../ui/looks/layout.tsx'
import { Icon } from '../../ui/marks/icon.tsx'
import { State } from '../../ui/waiting/states.tsx'

/** Why the last try did not succeed, with the account that was used. */
export function SignInFailure({ failure: { detail, account, tenant } }: { failure: NonNullable<SignInWays['failure']> }) {
  const { t } = useWords()
  return (
    <Box after={5}>
      <State role="alert" compact mark={<Icon name="caution" size={24} tone="danger" />} title={t('session.failure.title')}>
        <p>{detail}</p>
        {account && (
          <Facts facts={[
            [t('session.failure.account'), <bdi key="account" translate="no">{account}</bdi>],
            [t('session.failure.tenant'), tenant && <span key="tenant" translate="no">{tenant}</span>],
          ]} />
        )}
      </State>
    </Box>
  )
}
