import { useEffect, useRef } from 'react'
import type { MadeToken } from '../../../domain/tokens/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { CopyButton } from '../../ui/actions/copy-button.tsx'
import { Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { Noted } from '../../ui/looks/noted.tsx'

/** Shows the token this once; only this page's memory holds it. */
export function MadeTokenOnce({ made, onDone }: { made: MadeToken; onDone: () => void }) {
  const { t, formatDateTime } = useWords()
  const asking = `curl -H "Authorization: Bearer $TESSERA_TOKEN" ${location.origin}/api`
  const examples = {
    read: `${asking}/customers`, audit: `${asking}/audit`, import: `npm run import -- customers.csv --to ${location.origin}`,
  }
  const example = (['read', 'import', 'audit'] as const).find((scope) => made.scopes.includes(scope))
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <Stack gap={3}>
      <h3 ref={heading} tabIndex={-1} className="quiet">{t('tokens.made.title', { name: made.name })}</h3>
      <Noted icon="caution" mark="caution" box="caution-soft" callout="caution" pad={3}>{t('tokens.made.once')}</Noted>
      <Text as="code" translate="no" breaks box="surface-sunken" pad={3} aria-label={t('tokens.made.token')}>{made.token}</Text>
      <Row gap={2} align="center">
        <CopyButton text={made.token} label={t('tokens.made.copy')} variant="accent" />
        <Button onPress={onDone}>{t('tokens.made.done')}</Button>
      </Row>
      <Text tone="muted">{t('tokens.made.use', { date: formatDateTime(made.expiresAt) })}</Text>
      {example && <Text as="code" translate="no" breaks>{examples[example]}</Text>}
    </Stack>
  )
}
