import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import { downloadFile } from '../../ui/files/download-text.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import { personData } from './people-requests.ts'

/** What the portal keeps about its reader, as a file. */
export function OwnData({ actor: { user, organization } }: { actor: Actor }) {
  const { t } = useWords()
  const data = useAction('people', personData)
  const save = async () => {
    const file = await data.run(user.id)
    if (file) downloadFile(`person-${user.id}.jsonl`, file)
  }
  return (
    <Card title={t('people.data.own')}>
      <Stack gap={3}>
        <Text tone="muted" measure={70}>{t('people.data.own.text', { organization: organization.displayName })}</Text>
        <div><Button icon="download" pending={data.isRunning} onPress={() => void save()}>{t('people.data')}</Button></div>
      </Stack>
    </Card>
  )
}
