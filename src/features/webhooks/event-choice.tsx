import { actionOf, type WebhookEvent, webhookEvents } from '../../../domain/webhooks/event-names.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { CheckboxList } from '../../ui/forms/checkbox-list.tsx'
import { FieldError } from '../../ui/forms/field.tsx'
import { Row, Stack, Text } from '../../ui/looks/layout.tsx'

const groups = [
  ['relationships', /^(?:reseller|dap)-/], ['rights', /^granular-admin-relationship-/], ['assignments', /^granular-admin-access-/],
  ['invitations', /^invitation-/], ['partnerships', /^partnership-/],
] as const

type Props = { chosen: readonly WebhookEvent[]; error: string | undefined; onChoose: (chosen: readonly WebhookEvent[]) => void }

/** Which events a webhook tells of, in the words that the log has for them and by the names that the messages have. */
export function EventChoice({ chosen, error, onChoose }: Props) {
  const { t } = useWords()
  const isAll = chosen.length === webhookEvents.length
  return (
    <Stack gap={4}>
      <Stack gap={2}>
        <Text text="title">{t('webhooks.events')}</Text>
        <Text tone="muted">{t('webhooks.events.help')}</Text>
        <Row gap={2}>
          <Button onPress={() => onChoose(isAll ? [] : webhookEvents)}>{t(isAll ? 'webhooks.events.none' : 'webhooks.events.all')}</Button>
        </Row>
      </Stack>
      {groups.map(([group, names]) => {
        const events = webhookEvents.filter((event) => names.test(event))
        const others = chosen.filter((event) => !events.includes(event))
        return (
          <CheckboxList key={group} legend={t(`webhooks.events.${group}`)} error={undefined} fit={280}
            chosen={chosen.filter((event) => events.includes(event))} onChoose={(next) => onChoose([...others, ...next])}
            options={events.map((value) => ({ value, label: t(`home.event.${actionOf(value)}`), description: value }))} />
        )
      })}
      {error && <FieldError id="webhook-events-error">{error}</FieldError>}
    </Stack>
  )
}
