import { useEffect, useRef } from 'react'
import type { MadeWebhook } from '../../../domain/webhooks/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { CopyButton } from '../../ui/actions/copy-button.tsx'
import { Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { Noted } from '../../ui/looks/noted.tsx'

/** Shows the secret this once; only this page's memory holds it. */
export function MadeWebhookOnce({ made, onDone }: { made: MadeWebhook; onDone: () => void }) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <Stack gap={3} measure="640px">
      <h3 ref={heading} tabIndex={-1} className="quiet">{t('webhooks.added')}</h3>
      <Text translate="no" breaks>{made.url}</Text>
      <Noted icon="caution" mark="caution" box="caution-soft" callout="caution" pad={3}>{t('webhooks.added.once')}</Noted>
      <Text as="code" translate="no" breaks box="surface-sunken" pad={3} aria-label={t('webhooks.added.secret')}>{made.secret}</Text>
      <Row gap={2} align="center">
        <CopyButton text={made.secret} label={t('webhooks.added.copy')} variant="accent" />
        <Button onPress={onDone}>{t('webhooks.added.done')}</Button>
      </Row>
      <Text tone="muted">{t('webhooks.added.use')}</Text>
    </Stack>
  )
}
