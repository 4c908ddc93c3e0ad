import { useState } from 'react'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Address } from '../../ui/text/address.tsx'
import { Button } from '../../ui/actions/button.tsx'
import { Facts } from '../../ui/looks/facts.tsx'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import styles from './answer.module.css'

/** `mayAnswer`: whether this account can answer. */
type Props = { reader: Actor; mayAnswer: boolean; onSwitch: () => Promise<void> }

/** Names the tenant of the answer before the last press, with a way to another account. */
export function ReaderAccount({ reader: { user, organization }, mayAnswer, onSwitch }: Props) {
  const { t } = useWords()
  const [isLeaving, setLeaving] = useState(false)
  const leave = async () => {
    setLeaving(true)
    try {
      await onSwitch()
    } finally {
      setLeaving(false)
    }
  }
  return (
    <Stack gap={3} card pad={5} className={styles.account}>
      <Text text="section" breaks>
        {t(mayAnswer ? 'acceptance.account.answering_for' : 'acceptance.account.signed_in_for', { tenant: organization.displayName })}
      </Text>
      <Facts of={null} gap={1} text="body" facts={[
        [t('acceptance.account.domain'), organization.domain && <bdi translate="no" key="domain">{organization.domain}</bdi>],
        [t('acceptance.account.tenant_id'), <code translate="no" key="tenant">{organization.tenantId}</code>],
      ]} />
      <Text tone="muted" text="body" breaks>
        <span>{t('acceptance.account.signed_in_as', { person: user.displayName })}</span>{' '}
        <span><span>{'('}</span><Address email={user.email} /><span>{')'}</span></span>
      </Text>
      <Button variant="plain" icon="person" pending={isLeaving} onPress={() => void leave()}>
        {t(isLeaving ? 'acceptance.account.switching' : 'acceptance.account.switch')}
      </Button>
    </Stack>
  )
}
