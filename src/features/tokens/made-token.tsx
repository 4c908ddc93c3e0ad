import type { MadeToken } from '../../../domain/tokens/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ShownOnce } from '../../ui/actions/shown-once.tsx'
import { Text } from '../../ui/looks/layout.tsx'

/** Shows a new access token, and a call that it opens. */
export function MadeTokenOnce({ made, onDone }: { made: MadeToken; onDone: () => void }) {
  const { t, formatDateTime } = useWords()
  const asking = `curl -H "Authorization: Bearer $TESSERA_TOKEN" ${location.origin}/api`
  const examples = {
    read: `${asking}/customers`, audit: `${asking}/audit`, import: `npm run import -- customers.csv --to ${location.origin}`,
  }
  const example = (['read', 'import', 'audit'] as const).find((scope) => made.scopes.includes(scope))
  return (
    <ShownOnce secret={made.token} onDone={onDone} words={{
      title: t('tokens.made.title', { name: made.name }), warning: t('tokens.made.once'), secret: t('tokens.made.token'),
      copy: t('tokens.made.copy'), done: t('tokens.made.done'), use: t('tokens.made.use', { date: formatDateTime(made.expiresAt) }),
    }}>
      {example && <Text as="code" translate="no" breaks>{examples[example]}</Text>}
    </ShownOnce>
  )
}
