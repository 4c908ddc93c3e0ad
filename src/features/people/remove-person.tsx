import type { Person } from '../../../domain/people/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useAction } from '../../ui/actions/use-action.ts'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { removePerson } from './people-requests.ts'

/** `done`: what was done, for a message. */
type Props = { person: Person; isSelf: boolean; onClose: (done?: string) => void }

/** Asks before it ends a person's access. */
export function RemovePerson({ person: { id, etag, displayName: person }, isSelf, onClose }: Props) {
  const { t } = useWords()
  const remove = useAction('people', removePerson)
  const onRemove = async () => {
    const isDone = await remove.run({ id, etag })
    onClose(isDone && t('people.remove.done', { person }))
  }
  return (
    <ConfirmDialog isOpen onClose={() => onClose()} title={t('people.remove.title', { person })}
      act={{ variant: 'danger', icon: 'trash', pending: remove.isRunning, onPress: () => void onRemove(), children: t('people.remove') }}
      changes={[
        ...(isSelf ? [t('people.remove.yourself')] : []), t('people.remove.ends', { person }), t('people.remove.stays_out', { person }),
      ]}
      keeps={[t('people.remove.keeps', { person })]} />
  )
}
